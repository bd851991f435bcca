"""What a page is drawn from, and nothing else: which keys each kind of thing may have.

By the tables of ISO 32000-1: 8.4.5 graphics state, 8.6 colours, 8.7 patterns and shadings, 7.10
functions, 8.9 images, 8.10 forms, 11.6 groups and masks, 9.5 to 9.10 fonts. What can act, name
another file, or be hidden is in none of these lists.
"""

from collections.abc import Mapping

Keys = Mapping[str, str]
PLAIN = "plain"
"""Numbers, names, strings, and arrays of them."""
ANY = "*"
"""Whatever its name: the names that a page's own drawing gives to its resources."""


def _plain(keys: str, **others: str) -> Keys:
    found = {f"/{key}": PLAIN for key in keys.split()}
    return found | {f"/{key}": kind for key, kind in others.items()}


_FUNCTION = "FunctionType Domain Range Size BitsPerSample Order Encode Decode C0 C1 N Bounds"
GRAMMAR: Mapping[str, Keys] = {
    PLAIN: {},
    "page": _plain("MediaBox CropBox Rotate UserUnit", Resources="resources", Contents="content",
                   Group="group"),
    "content": {},
    "resources": _plain("ProcSet", ExtGState="states", ColorSpace="colours", Pattern="patterns",
                        Shading="shadings", XObject="pictures", Font="fonts"),
    "states": {ANY: "state"},
    "colours": {ANY: "colour"},
    "patterns": {ANY: "pattern"},
    "shadings": {ANY: "shading"},
    "pictures": {ANY: "picture"},
    "fonts": {ANY: "font"},
    "state": _plain("Type LW LC LJ ML D RI OP op OPM FL SM SA BM CA ca AIS TK", Font="font",
                    SMask="mask", TR="function", TR2="function"),
    "mask": _plain("Type S BC", G="picture", TR="function"),
    "colour": _plain(f"{_FUNCTION} WhitePoint BlackPoint Gamma Matrix Subtype", Alternate="colour",
                     Functions="function", Colorants="colours", Process="process"),
    "process": _plain("Components", ColorSpace="colour"),
    "function": _plain(_FUNCTION, Functions="function"),
    "pattern": _plain("Type PatternType PaintType TilingType BBox XStep YStep Matrix",
                      Resources="resources", Shading="shading", ExtGState="state"),
    "shading": _plain("ShadingType Background BBox AntiAlias Coords Domain Extend Matrix"
                      " BitsPerCoordinate BitsPerComponent BitsPerFlag Decode VerticesPerRow",
                      ColorSpace="colour", Function="function"),
    "picture": _plain("Type Subtype Width Height BitsPerComponent Intent ImageMask Decode"
                      " Interpolate SMaskInData Matte FormType BBox Matrix", ColorSpace="colour",
                      Mask="picture", SMask="picture", Resources="resources", Group="group"),
    "group": _plain("Type S I K", CS="colour"),
    "font": _plain("Type Subtype Name BaseFont FirstChar LastChar Widths DW W DW2 W2 FontBBox"
                   " FontMatrix", FontDescriptor="face", Encoding="encoding", ToUnicode="encoding",
                   DescendantFonts="font", CIDSystemInfo="system", CIDToGIDMap="data",
                   CharProcs="letters", Resources="resources"),
    "face": _plain("Type FontName FontFamily FontStretch FontWeight Flags FontBBox ItalicAngle"
                   " Ascent Descent Leading CapHeight XHeight StemV StemH AvgWidth MaxWidth"
                   " MissingWidth CharSet", FontFile="data", FontFile2="data", FontFile3="data",
                   CIDSet="data"),
    "encoding": _plain("Type BaseEncoding Differences CMapName WMode", CIDSystemInfo="system",
                       UseCMap="encoding"),
    "system": _plain("Registry Ordering Supplement"),
    "letters": {ANY: "content"},
    "data": _plain("Subtype Length1 Length2 Length3"),
    "coding": _plain("Predictor Colors BitsPerComponent Columns EarlyChange K EndOfLine"
                     " EncodedByteAlign Rows EndOfBlock BlackIs1 DamagedRowsBeforeError"
                     " ColorTransform"),
}  # fmt: skip
STREAMS = {"content", "colour", "function", "pattern", "shading", "picture", "encoding", "data"}
"""The kinds that may be streams."""
