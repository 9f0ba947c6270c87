SLADESK_COMPLETE=fish sladesk | source
