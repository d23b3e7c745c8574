"""From a job to what an engine gets: the prompt, the scene, the pictures that go along, the seed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from waa.engines.base import Capabilities, PictureRequest, Pixels
from waa.lib.errors import NotHere
from waa.studio import files, prompts
from waa.studio.models import Brief, Job, Picture
from waa.studio.sizes import size_of_draft
from waa.words import scene as scenes

DRAFT_SIDE = 768


def request_of(job: Job, capabilities: Capabilities, *, rewrite: prompts.Rewrite | None = None,
               ticket: Mapping[str, str] | None = None,
               keep_ticket: Callable[[Mapping[str, str]], None] = lambda ticket: None) -> PictureRequest:  # fmt: skip
    """For an engine of these capabilities. NotHere when a photo it needs was deleted meanwhile."""
    brief = job.brief
    pictures = references_of(brief, capabilities)
    images = [files.pixels(picture) for picture in pictures]
    composition = draft_of(job) if sends_draft(brief, capabilities) and not pictures else None
    if composition is not None:
        images.append(composition)
    width, height = capabilities.fit(brief.width, brief.height)
    wish = _wish(brief, references=len(images), has_composition=composition is not None)
    return PictureRequest(
        prompt=prompts.prompt_for(wish, capabilities, rewrite),
        scene=scenes.from_json(brief.scene),
        width=width,
        height=height,
        seed=job.seed,
        reference_images=tuple(images),
        mask_image=mask_of(brief) if capabilities.supports_mask else None,
        operations=tuple((name, degree) for name, degree in brief.operations),
        idempotency_key=str(job.pk),
        person=str(job.visitor_id),
        ticket=ticket,
        keep_ticket=keep_ticket,
    )


def _wish(brief: Brief, *, references: int, has_composition: bool) -> prompts.Wish:
    return prompts.Wish(
        words=brief.words,
        english=brief.english,
        edited=brief.prompt,
        style=brief.settings.get("style", ""),
        mode=brief.settings.get("mode", ""),
        references=references,
        has_composition=has_composition,
    )


def mask_of(brief: Brief) -> Pixels | None:
    """255 where the person allowed a change; None when they did not say."""
    return files.mask(brief.settings["mask"]) if brief.settings.get("mask") else None


def sends_draft(brief: Brief, capabilities: Capabilities) -> bool:
    """Whether the draft that was seen goes along, as the composition to keep."""
    return (
        bool(brief.settings.get("composition"))
        and capabilities.max_references > 0
        and not capabilities.paints_scenes
    )


def draft_of(job: Job) -> Pixels:
    """The draft again, from the same scene and seed: (h, w, 3)."""
    from waa.painter import compose  # heavy, and only for this

    brief = job.brief
    width, height = size_of_draft(brief.width, brief.height, DRAFT_SIDE)
    seed = int(brief.settings["composition"])
    return compose.paint(scenes.from_json(brief.scene), width=width, height=height, seed=seed).pixels


def reference_count(brief: Brief, capabilities: Capabilities) -> int:
    """How many pictures go along with this brief to an engine of these capabilities."""
    names = names_of(brief, capabilities)
    return len(names) or int(sends_draft(brief, capabilities))


def references_of(brief: Brief, capabilities: Capabilities) -> list[Picture]:
    """The picture being refined where its pixels matter, then the further references, in the order they were given."""
    wanted = names_of(brief, capabilities)
    if not wanted:
        return []
    mine = Picture.objects.visible_to(brief.visitor)
    found = {p.public_id: p for p in mine.filter(public_id__in=wanted)}
    if not found.keys() >= set(wanted):
        raise NotHere(
            "reference_gone",
            "要用嘅相已經刪除咗，請揀過張相再試。",
            "A photo this needs has been deleted. Choose another and try again.",
        )
    return [found[name] for name in wanted]


def names_of(brief: Brief, capabilities: Capabilities) -> list[str]:
    """The pictures that go along: a painter of scenes refines a scene, every other engine is shown the picture itself."""
    return list(brief.references) if capabilities.paints_scenes else brief.shown
