"""Types into a workbook with LibreOffice Calc, as an officer does without network, and saves it under its own name.

    calc.py PROFILE FILE CELL=TEXT [CELL=TEXT ...]

The cells are of the first sheet. What is typed goes through Calc's own reading of numbers, days and formulas.
"""
import subprocess
import sys
import time
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException


def option(name, value):
    return PropertyValue(Name=name, Value=value)


def connect(address, office):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    # The office opens its pipe some time after it was started; if it ends instead, so do we.
    while office.poll() is None:
        try:
            return resolver.resolve(f"uno:{address};urp;StarOffice.ComponentContext")
        except NoConnectException:
            time.sleep(0.05)
    sys.exit(f"soffice ended with {office.returncode}")


def main(profile, file, typed):
    address = f"pipe,name=hieuhoc{Path(profile).name}"
    office = subprocess.Popen(
        ["soffice", f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--norestore", f"--accept={address};urp;"])
    try:
        context = connect(address, office)
        desktop = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        url = Path(file).as_uri()
        book = desktop.loadComponentFromURL(url, "_blank", 0, (option("Hidden", True),))
        sheet = book.Sheets.getByIndex(0)
        for cell, text in (pair.split("=", 1) for pair in typed):
            sheet.getCellRangeByName(cell).FormulaLocal = text
        book.storeToURL(url, (option("FilterName", "Calc MS Excel 2007 XML"),))
        book.close(True)
        desktop.terminate()
    finally:
        office.wait(timeout=60)


main(sys.argv[1], sys.argv[2], sys.argv[3:])
