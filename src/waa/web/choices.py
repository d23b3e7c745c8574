"""What the composer offers, with its words in both languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Choice:
    value: str
    zh: str
    en: str
    icon: str = ""


MODES = (
    Choice("portrait", "人像", "Portrait", "person"),
    Choice("product", "產品圖", "Product", "product"),
    Choice("illustration", "插畫", "Illustration", "illustration"),
)
STYLES = (
    Choice("watercolour", "水彩", "Watercolour"),
    Choice("oil painting", "油畫", "Oil painting"),
    Choice("pencil sketch", "鉛筆素描", "Pencil sketch"),
    Choice("ink wash", "水墨", "Ink wash"),
    Choice("anime", "動漫", "Anime"),
    Choice("comic", "漫畫", "Comic"),
    Choice("paper cut", "剪紙", "Paper cut"),
    Choice("ukiyo-e", "浮世繪", "Ukiyo-e"),
    Choice("flat", "扁平插畫", "Flat"),
    Choice("poster", "海報", "Poster"),
    Choice("neon", "霓虹", "Neon"),
    Choice("pixel art", "像素", "Pixel art"),
    Choice("clay", "黏土", "Clay"),
    Choice("3d", "立體", "3D"),
    Choice("film", "菲林", "Film"),
    Choice("photo", "相片感", "Photo look"),
)
RATIOS = (
    Choice("1:1", "正方", "Square"),
    Choice("4:3", "橫 4:3", "Wide 4:3"),
    Choice("16:9", "橫 16:9", "Wide 16:9"),
    Choice("3:4", "直 3:4", "Tall 3:4"),
    Choice("9:16", "直 9:16", "Tall 9:16"),
)
