#compdef sladesk
source <(SLADESK_COMPLETE=zsh sladesk)
# the Tab that loaded this file is answered too
[[ $funcstack[1] == _sladesk ]] && _sladesk_offer "$@"
