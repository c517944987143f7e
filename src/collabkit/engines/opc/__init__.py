"""Office packages as the standard describes them (OPC), whatever program they are for."""
