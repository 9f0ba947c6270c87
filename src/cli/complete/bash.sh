_sladesk() {
    local IFS=$'\013'
    # bash cuts words at `:` and `=`, which stand inside of ours: what was typed without a space
    # between is one word.
    local words=() line=$COMP_LINE piece rest i last=-1
    for ((i = 0; i <= COMP_CWORD; i++)); do
        piece=${COMP_WORDS[i]}
        rest=${line#"${line%%[![:space:]]*}"}
        if [[ $last == -1 || $rest != "$line" ]]; then
            last=$((last + 1))
            words[last]=
        fi
        line=${rest#"$piece"}
        if [[ $i == "$COMP_CWORD" ]]; then
            [[ $piece == [:=]* ]] || piece=$2
        fi
        words[last]+=$piece
    done
    local whole=${words[last]} quoted=no
    case ${COMP_WORDS[COMP_CWORD]} in
    [\"\']*) quoted=yes ;;
    esac
    # What stands before the piece that bash will replace.
    local before=${whole%"$2"}
    [[ $quoted == yes ]] || words[last]=${whole//\\/}
    if compopt +o nospace 2> /dev/null; then
        local space=false
    else
        local space=true
    fi
    COMPREPLY=( $( \
        _SLADESK_BEFORE="$before" \
        _SLADESK_QUOTED="$quoted" \
        _SLADESK_TYPE="$COMP_TYPE" \
        _SLADESK_COLUMNS="$COLUMNS" \
        _CLAP_IFS="$IFS" \
        _CLAP_COMPLETE_INDEX="$last" \
        SLADESK_COMPLETE="bash" \
        "sladesk" -- "${words[@]}" \
    ) )
    if [[ $? != 0 ]]; then
        unset COMPREPLY
    elif [[ $space == false ]] && [[ "${COMPREPLY-}" =~ [=/:]$ ]]; then
        compopt -o nospace
    fi
}
if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -o nospace -o bashdefault -o nosort -F _sladesk sladesk
else
    complete -o nospace -o bashdefault -F _sladesk sladesk
fi
