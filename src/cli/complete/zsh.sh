#compdef sladesk
_sladesk_offer() {
    # in a quote that is still open only its beginning is a word of the line
    local -a typed=("${(@Q)words}")
    [[ -n ${compstate[quote]} ]] && typed[CURRENT]=$PREFIX
    local -a lines=("${(@f)$(
        _CLAP_COMPLETE_INDEX=$((CURRENT - 1)) SLADESK_COMPLETE=zsh \
            sladesk -- "${(@)typed}" 2> /dev/null
    )}")
    local -a whole=() shown=() begun=() begun_shown=()
    local line word says
    integer wide=0
    for line in $lines; do
        word=${line%%$'\t'*}
        (( $#word > wide )) && wide=$#word
    done
    for line in $lines; do
        word=${line%%$'\t'*} says=${line#*$'\t'}
        [[ -n $says ]] && says="${(r:wide:)word}  $says" || says=$word
        # what ends so goes on
        if [[ $word == *[:=/] ]]; then
            begun+=("$word") begun_shown+=("$says")
        else
            whole+=("$word") shown+=("$says")
        fi
    done
    # an unsorted group: the newest ticket stands first
    local -a one_a_line=()
    [[ ${(j::)lines} == *$'\t'?* ]] && one_a_line=(-l)
    (( $#whole )) && compadd -V sladesk $one_a_line -d shown -a whole
    (( $#begun )) && compadd -V sladesk $one_a_line -S '' -d begun_shown -a begun
}
compdef _sladesk_offer sladesk
