$env:SLADESK_COMPLETE = "powershell"; sladesk | Out-String | Invoke-Expression; Remove-Item Env:SLADESK_COMPLETE
