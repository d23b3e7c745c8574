"""What is on the site in tests of the web: Alice's pictures and jobs, one of Bob's, and the pages that show them."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils import timezone

from tests.make import make_brief, make_job, make_picture, make_upload, photo_bytes
from waa.accounts.models import Visitor
from waa.studio import files, pictures
from waa.studio.bells import live_bell
from waa.studio.line import PictureLine
from waa.studio.models import Job, Picture

ERROR = {"code": "broken", "zh": "畫唔到，請再試。", "en": "It could not be painted; try again."}


class World:
    """What Alice has made. Bob has a picture too; the stranger has nothing."""

    child: Picture  # of her photo; only where a test makes it

    def __init__(self, alice: Visitor, bob: Visitor) -> None:
        self.alice = alice
        self.picture = make_picture(by=alice, words="alices words")
        self.photo = make_upload(by=alice)
        self.waiting = make_job(by=alice)
        self.running = make_job(by=alice, status=Job.Status.RUNNING, progress=0.4, preview=1)
        files.write(files.preview_name(self.running.pk), photo_bytes())
        self.failed = make_job(by=alice, status=Job.Status.FAILED, error=ERROR)
        self.token = pictures.share(self.picture)
        self.bobs = make_picture(by=bob, words="bobs words")

    def state(self) -> Any:
        """Everything of Alice's that somebody might have changed."""
        rows = list(Picture.objects.exclude(pk=self.bobs.pk).order_by("pk").values())
        jobs = list(Job.objects.filter(visitor=self.alice).order_by("pk").values())
        return rows, jobs, [files.exists(name) for name in pictures.files_of(self.picture)]

    def pages(self) -> dict[str, str]:
        """Every page with everything it can show, by a name; all of them Alice's."""
        child = make_picture(by=self.alice, words="改成夜晚", parent=self.picture, seed=2)
        pair = make_brief(by=self.alice, words="加隻狗", picture=self.picture)
        for seed in (3, 4):
            twin = make_picture(by=self.alice, brief=pair, seed=seed)
        twin.notes = [["加咗一隻狗", "Added a dog"]]
        twin.save()
        now = timezone.now()
        made = {
            status: make_job(by=self.alice, status=status, started_at=now, finished_at=now)
            for status in Job.ENDS
        }
        made[Job.Status.BLOCKED].error = ERROR
        made[Job.Status.BLOCKED].save()
        return {
            "studio": reverse("studio"),
            "new": reverse("studio") + "?new=1&words=" + "一隻貓" + "&style=neon&mode=portrait&aspect=16:9",
            "shared picture": reverse("picture", args=[self.picture.public_id]),
            "child": reverse("picture", args=[child.public_id]),
            "twin": reverse("picture", args=[twin.public_id]),
            "words": reverse("letter", args=[self.picture.public_id]),
            "words on a photo": reverse("letter", args=[self.photo.public_id]),
            "photo": reverse("picture", args=[self.photo.public_id]),
            "waiting": reverse("job", args=[self.waiting.pk]),
            "running": reverse("job", args=[self.running.pk]),
            "failed": reverse("job", args=[self.failed.pk]),
            **{str(status): reverse("job", args=[job.pk]) for status, job in made.items() if not job.picture},
            "pictures": reverse("pictures"),
            "shared": reverse("shared", args=[self.token]),
            "help": reverse("help"),
            "licences": reverse("licences"),
            "missing": "/nothing-is-here",
        }


def work() -> None:
    """Paint whatever waits, as a worker would."""
    line = PictureLine(live_bell())
    while run := line.claim("w"):
        line.perform(run, "w")
