"""Template words of our own.

{% say "畫" "Draw" %}      the text of the reader's language; both stand where they are used, so there is no catalogue
{{ note|spoken:language }}  one of a [zh, en] pair
{{ micros|money:language }}  a price in the operator's currency
{{ text|is_english }}      whether most of its letters are Latin
{% icon "download" %}      an inline SVG of our family
{% origin %}               https://waa.example.hk: what addresses for other people begin with
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from waa.lib.money import shown

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: template.Context, zh: str, en: str, **values: object) -> str:
    """`{name}` in the text is replaced by the keyword of that name; both are escaped."""
    text = zh if context.get("language", "zh-hk") == "zh-hk" else en
    return format_html(text, **values) if values else text


@register.filter
def spoken(pair: Sequence[str], language: str) -> str:
    return pair[0] if language == "zh-hk" else pair[1]


@register.filter
def money(usd_micros: int, language: str) -> str:
    return shown(usd_micros, language)


@register.filter
def is_english(text: str) -> bool:
    """Quoted words may be Chinese in it."""
    return len(re.findall(r"[A-Za-z]", text)) > len(re.findall(r"[\u3400-\u9fff]", text))


@register.simple_tag(takes_context=True)
def origin(context: template.Context) -> str:
    """BASE_URL once it is https, for a proxy hides that from the request; before that, the address in use."""
    request: HttpRequest = context["request"]
    secure = settings.BASE_URL.startswith("https://")
    return str(settings.BASE_URL) if secure else f"{request.scheme}://{request.get_host()}"


# Strokes on a 24 unit grid, drawn by us; round ends and joins come from the style sheet.
_ICONS = {
    "add-photo": "M4 8a2 2 0 0 1 2-2h2l1.5-2h5L16 6h2a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2zM12 9.5v6M9 12.5h6",
    "brush": "M14.5 4.5 19.5 9.5 11 18l-5.5 1.5L7 14zM5.5 19.5c-1 .6-2 .7-3 .5.8-.9.9-1.8 1.4-2.6",
    "branch": "M7 4v16M7 12c5 0 9-1.5 9-6M16 6m-2 0a2 2 0 1 0 4 0 2 2 0 1 0-4 0",
    "vary": "M4 8c5 0 6 8 12 8h4M17 13l3 3-3 3M4 16c5 0 6-8 12-8h4M17 5l3 3-3 3",
    "compare": "M12 3v18M4 7v10l5-5zM20 7v10l-5-5z",
    "download": "M12 4v11M7.5 11 12 15.5 16.5 11M5 19.5h14",
    "share": "M12 15V4M8 7.5 12 3.5l4 4M6 11v8.5h12V11",
    "copy": "M9 9h10.5v10.5H9zM5.5 15H4.5V4.5H15v1",
    "trash": "M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 12.5h9l1-12.5M10 11v5M14 11v5",
    "info": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17zM12 11v5.5M12 7.6v.1",
    "close": "M6 6l12 12M18 6 6 18",
    "more": "M5.5 12h.1M12 12h.1M18.5 12h.1",
    "chevron": "M7 10l5 5 5-5",
    "sliders": "M4 7h9M17 7h3M4 17h3M11 17h9M15 4.8v4.4M9 14.8v4.4",
    "new": "M12 5v14M5 12h14",
    "stop": "M7 7h10v10H7z",
    "again": "M19.5 12a7.5 7.5 0 1 1-2.2-5.3M19.5 3.5v4h-4",
    "grid": "M4.5 4.5h6v6h-6zM13.5 4.5h6v6h-6zM4.5 13.5h6v6h-6zM13.5 13.5h6v6h-6z",
    "moon": "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10z",
    "person": "M12 12.5a4 4 0 1 0 0-8 4 4 0 1 0 0 8zM4.5 20c.8-3.6 3.8-5 7.5-5s6.7 1.4 7.5 5",
    "product": "M9 3.5h6v3H9zM7.5 20.5v-10c0-2 1.5-2.5 1.5-4h6c0 1.5 1.5 2 1.5 4v10zM7.5 13h9",
    "illustration": "M4 18.5 9.5 11l4 5 2.5-3 4 5.5zM16.5 7.5m-1.8 0a1.8 1.8 0 1 0 3.6 0 1.8 1.8 0 1 0-3.6 0",
    "pencil": "M5 19l1-4L16.5 4.5l3 3L9 18zM14 7l3 3",
    "eraser": "M9 19.5h10.5M5 14.5 13.5 6l5 5L11.5 18 9 19.5H8z",
    "box": "M4.5 8V4.5H8M16 4.5h3.5V8M19.5 16v3.5H16M8 19.5H4.5V16",
    "words": "M5 8V5h14v3M12 5v14M9 19h6",
    "changes": "M4.5 4.5h15v15h-15zM8.5 13.5c0-3 2-4.5 4-4.5s3.5 1.3 3.5 3-1.3 3.5-4 3.5-3.5-.7-3.5-2z",
    "put-back": "M9 6 4.5 10.5 9 15M5 10.5h9a5 5 0 0 1 0 10h-3",
    "put-on": "M15 6l4.5 4.5L15 15M19 10.5h-9a5 5 0 0 0 0 10h3",
    "invert": "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 1 0 0-17zM12 3.5v17M12 8h6.5M12 12h8.5M12 16h6.5",
    "minus": "M5 12h14",
    "link": "M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3 3A4 4 0 0 0 11 18.7l1-1",
    "keyboard": "M3.5 6.5h17v11h-17zM7 10h.1M10.3 10h.1M13.7 10h.1M17 10h.1M8 14h8",
}


@register.simple_tag
def icon(name: str) -> SafeString:
    """Decoration only: whatever carries it has a text of its own."""
    return mark_safe(  # noqa: S308 - our own paths, no word of a person's
        f'<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path d="{_ICONS[name]}"/></svg>'
    )
