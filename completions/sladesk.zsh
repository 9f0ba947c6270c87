#compdef sladesk
source <(SLADESK_COMPLETE=zsh sladesk)
