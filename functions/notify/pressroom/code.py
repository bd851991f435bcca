"""QR codes, drawn as squares on the page; below them what they are for, and their address."""

from reportlab.graphics.barcode.qr import QrCodeWidget
from reportlab.graphics.shapes import Drawing as Shapes
from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from functions.core.paper import Code
from functions.notify.pressroom.typeface import style, text

_SIDE = 28 * mm
_SAID = style(8)


def code(block: Code) -> list[Flowable]:
    square = Shapes(_SIDE, _SIDE)
    square.add(QrCodeWidget(block.address, barWidth=_SIDE, barHeight=_SIDE, barLevel="M"))
    return [square, text(f"{block.said}\n{block.address}", _SAID)]
