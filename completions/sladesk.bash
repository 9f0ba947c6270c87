source <(SLADESK_COMPLETE=bash sladesk)
