"""Studies as files: their own JSON and workbook, PACT records, openLCA JSON-LD."""
