from django.urls import path

from waa.web.views import drafts, files, jobs, pages, pictures, studio

urlpatterns = [
    path("", studio.studio, name="studio"),
    path("draw", studio.draw, name="draw"),
    path("draft", drafts.draft, name="draft"),
    path("prompt", drafts.prompt, name="prompt"),
    path("examples/<int:number>.jpg", drafts.example, name="example"),
    path("upload", studio.upload, name="upload"),
    path("jobs/<uuid:job_id>", jobs.job, name="job"),
    path("jobs/<uuid:job_id>/cancel", jobs.cancel, name="cancel"),
    path("jobs/<uuid:job_id>/retry", jobs.retry, name="retry"),
    path("jobs/<uuid:job_id>/preview", jobs.preview, name="preview"),
    path("p/<slug:public_id>", studio.studio, name="picture"),
    path("p/<slug:public_id>/thumbnail", files.thumbnail, name="thumbnail"),
    path("p/<slug:public_id>/mask", files.mask, name="mask"),
    path("p/<slug:public_id>.<slug:kind>", files.picture_file, name="file"),
    path("p/<slug:public_id>/vary", pictures.vary, name="vary"),
    path("p/<slug:public_id>/share", pictures.share, name="share"),
    path("p/<slug:public_id>/unshare", pictures.unshare, name="unshare"),
    path("p/<slug:public_id>/delete", pictures.delete, name="delete"),
    path("pictures", pictures.mine, name="pictures"),
    path("s/<slug:token>", pictures.shared, name="shared"),
    path("s/<slug:token>.<slug:kind>", files.shared_file, name="shared_file"),
    path("language", pages.language, name="language"),
    path("help", pages.help_page, name="help"),
    path("licences", pages.licences, name="licences"),
    path("manifest.webmanifest", pages.manifest, name="manifest"),
    path("healthz", pages.healthz, name="healthz"),
]
