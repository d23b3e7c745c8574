"""Reading pages in tests: their tags, what they link, their forms, what a person reads of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

from django.http import HttpResponse
from django.test import Client

Attributes = dict[str, str]
_READ_ALOUD = ("alt", "title", "placeholder", "aria-label")
_FOLLOWED = ("script", "style", "pre", "textarea", "select", "form", "title", "label", "button", "summary")


@dataclass
class Form:
    """A form with what it would send if nobody touched it."""

    action: str
    method: str
    fields: dict[str, Any] = field(default_factory=dict)
    buttons: list[Attributes] = field(default_factory=list)
    is_multipart: bool = False

    def submit(self, client: Client, **filled: Any) -> HttpResponse:
        data = {**self.fields, **filled}
        response: HttpResponse = client.post(self.action, data)
        return response


class Page(HTMLParser):
    """`tags` are (name, attributes) in order, `text` what a person reads: attributes that are read aloud included,
    what others wrote (<pre>) not."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__()
        self.status = response.status_code
        self.html = response.content.decode()
        self.tags: list[tuple[str, Attributes]] = []
        self.forms: list[Form] = []
        self.within: list[set[str]] = []  # beside `tags`: what each stands in
        self.said: dict[str, list[str]] = {"button": [], "summary": []}
        self._texts: list[str] = []
        self._inside: list[str] = []
        self._select: str | None = None
        self._area = ""
        self.feed(self.html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self.tags.append((tag, attributes))
        self.within.append(set(self._inside))
        self._texts += [attributes[name] for name in _READ_ALOUD if attributes.get(name)]
        if tag in _FOLLOWED:
            self._inside.append(tag)
        if tag in self.said:
            self.said[tag].append("")
        if tag == "form":
            multipart = attributes.get("enctype") == "multipart/form-data"
            self.forms.append(
                Form(attributes.get("action", ""), attributes.get("method", "get"), is_multipart=multipart)
            )
        elif self.forms and "form" in self._inside:
            self._field(tag, attributes)

    def _field(self, tag: str, attributes: Attributes) -> None:
        form, name = self.forms[-1], attributes.get("name", "")
        kind = attributes.get("type", "text")
        if tag == "button":
            form.buttons.append(attributes)
        elif tag == "select":
            self._select = name
        elif (
            tag == "option" and self._select and ("selected" in attributes or self._select not in form.fields)
        ):
            form.fields[self._select] = attributes.get("value", "")
        elif tag == "textarea":
            self._area = name
            form.fields[name] = ""
        elif (
            tag == "input"
            and kind not in ("file", "submit")
            and (kind not in ("radio", "checkbox") or "checked" in attributes)
        ):
            form.fields[name] = attributes.get("value", "")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            self._inside.remove(tag)
        if tag == "select":
            self._select = None

    def handle_data(self, data: str) -> None:
        if "textarea" in self._inside:
            self.forms[-1].fields[self._area] += data
        elif not {"script", "style", "pre"} & set(self._inside):
            self._texts.append(data)
            for tag in self.said.keys() & set(self._inside):
                self.said[tag][-1] += data

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", " ".join(self._texts)).strip()

    def all(self, tag: str) -> list[Attributes]:
        return [attributes for name, attributes in self.tags if name == tag]

    def tag(self, identifier: str) -> Attributes:
        """The one element with that id."""
        [found] = [attributes for _, attributes in self.tags if attributes.get("id") == identifier]
        return found

    def form(self, action: str) -> Form:
        """The form that goes to that address."""
        return next(form for form in self.forms if form.action == action)

    def links(self) -> list[str]:
        """Every address the page names, in whatever attribute."""
        named = (
            "href",
            "src",
            "action",
            "hx-get",
            "hx-post",
            "data-draft",
            "data-upload",
            "data-live",
            "data-mask",
            "data-before",
            "data-after",
        )
        return [attributes[name] for _, attributes in self.tags for name in named if attributes.get(name)]
