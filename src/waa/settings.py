"""All settings of Waa, each read once from the environment, with a default that works on a laptop.

A value that cannot be read ends the start with a sentence. Every setting has its heading in docs/settings.md.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import secrets
import socket
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from waa import __version__


class BadSetting(SystemExit):
    """A setting that cannot be understood: the process ends and says which and why."""

    def __init__(self, name: str, value: str, wanted: str) -> None:
        super().__init__(f"waa: the setting {name}={value!r} is not {wanted}. See docs/settings.md.")


def _text(name: str, default: str) -> str:
    return os.environ.get(name, "").strip() or default


def _whole(name: str, default: int, low: int, high: int) -> int:
    value = _text(name, str(default))
    if not value.isdigit() or not low <= int(value) <= high:
        raise BadSetting(name, value, f"a whole number from {low} to {high}")
    return int(value)


def _flag(name: str, default: bool) -> bool:
    value = _text(name, "1" if default else "0").lower()
    if value not in ("0", "1", "true", "false", "yes", "no", "on", "off"):
        raise BadSetting(name, value, "yes or no")
    return value in ("1", "true", "yes", "on")


def variable(name: str) -> str:
    """A variable that the Config of an engine names, such as GEMINI_API_KEY, as it is now; "" where it is not set."""
    return os.environ.get(name, "").strip()


def accounts_given() -> str:
    """A digest of all that may make an account, to see whether any of it has changed."""
    told = sorted(
        (name, value) for name, value in os.environ.items() if re.search(r"_(API_KEY|BASE_URL|MODEL)$", name)
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _secret_key() -> str:
    """From SECRET_KEY, else from a file of the data folder, made at the first start and readable by nobody else."""
    given = os.environ.get("SECRET_KEY", "").strip()
    if given:
        return given
    path = WAA_DATA / "secret_key"
    try:
        if not path.exists():
            _make_secret_key(path)
        return path.read_text().strip()
    except OSError as error:
        wanted = f"a folder that Waa can write to ({error.strerror})"
        raise BadSetting("WAA_DATA", str(WAA_DATA), wanted) from error


def _make_secret_key(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(48))
    with contextlib.suppress(FileExistsError):
        os.link(part, path)  # whoever is first wins, also between two processes
    part.unlink()


# -- where it runs ---------------------------------------------------------------------------------------

# The folder for everything Waa keeps: database, pictures, caches, secret key.
WAA_DATA = Path(_text("WAA_DATA", "data")).expanduser().resolve()

# The address to listen on. 127.0.0.1 is this machine alone; 0.0.0.0 is everybody who can reach it.
HOST = _text("HOST", "127.0.0.1")

# The port of the pages.
PORT = _whole("PORT", 8000, 0, 65_535)

# The address people type, when it is not http://localhost:PORT. With https, cookies are sent over https only.
BASE_URL = _text("BASE_URL", f"http://localhost:{PORT}").rstrip("/")
if not re.fullmatch(r"https?://[^/?#@]+", BASE_URL):
    raise BadSetting("BASE_URL", BASE_URL, "http:// or https:// and a name, without a path")

# Signs cookies and links. Made and kept in the data folder when it is not given.
SECRET_KEY = _secret_key()

# Former secret keys, separated by spaces: what they signed is still believed. For changing the key without losing anybody.
SECRET_KEY_FALLBACKS = _text("SECRET_KEY_FALLBACKS", "").split()

# Shows errors in the browser. For developers; never on a site that others can reach.
DEBUG = _flag("WAA_DEBUG", False)

# The database: sqlite (a file in the data folder) or postgresql://user:password@host/name.
DATABASE_URL = _text("DATABASE_URL", "sqlite")

# How many workers of this machine `waa serve` starts.
WORKERS = _whole("WORKERS", 1, 0, 64)

# How many pictures one worker paints at the same time.
WORKER_SLOTS = _whole("WORKER_SLOTS", 2, 1, 64)

# How many pictures one worker waits for at the same time, of those that a provider elsewhere paints.
UPSTREAM_SLOTS = _whole("UPSTREAM_SLOTS", 200, 1, 2000)

# What the workers' names begin with, where the name of the machine is not the same after a restart. No two machines
# that share a database may share it.
WORKER_NAME = _text("WORKER_NAME", "")

# How many page requests are answered at the same time.
WEB_THREADS = _whole("WEB_THREADS", 8, 1, 64)

# What paints when nobody chose: an offer (flux, gemini, …) or offline. Left out: FLUX where there is one, else offline.
ENGINE = _text("ENGINE", "")

# -- a text model, for difficult words -------------------------------------------------------------------

# The model that reads difficult words and writes English for FLUX. Without one, Waa does both by itself.
WRITER_MODEL = _text("WRITER_MODEL", "")

# The address of its server, which speaks like OpenAI's chat: Ollama, llama.cpp, vLLM. Without one, the address of
# OPENAI_BASE_URL, else OpenAI's.
WRITER_BASE_URL = _text("WRITER_BASE_URL", "") or variable("OPENAI_BASE_URL")

# The key it wants. Without one, that of OPENAI_API_KEY, unless WRITER_BASE_URL names another server.
WRITER_API_KEY = _text("WRITER_API_KEY", "") or (
    "" if variable("WRITER_BASE_URL") else variable("OPENAI_API_KEY")
)

# -- what a visitor may do -------------------------------------------------------------------------------

# The longest side of a picture, in pixels.
MAX_SIDE = _whole("MAX_SIDE", 2048, 256, 4096)

# How many pictures one press may ask for.
MAX_COUNT = _whole("MAX_COUNT", 4, 1, 8)

# How many jobs of one visitor may wait at the same time.
MAX_WAITING = _whole("MAX_WAITING", 12, 1, 1000)

# The language of people whose browser asks for neither Chinese nor English: zh-hk or en.
LANGUAGE = _text("WAA_LANGUAGE", "zh-hk")
if LANGUAGE not in ("zh-hk", "en"):
    raise BadSetting("WAA_LANGUAGE", LANGUAGE, "zh-hk or en")

# How many days a visitor's device is remembered after its last picture.
VISITOR_DAYS = _whole("VISITOR_DAYS", 365, 1, 3650)


# -- money -----------------------------------------------------------------------------------------------

# The operator's currency, in which prices and budgets are shown and typed: three letters.
CURRENCY = _text("CURRENCY", "HKD")
if not re.fullmatch(r"[A-Z]{3}", CURRENCY):
    raise BadSetting("CURRENCY", CURRENCY, "three capital letters, such as HKD")

# How much of it a US dollar is: providers charge in those.
USD_RATE = _text("USD_RATE", "7.8")
if not re.fullmatch(r"\d{1,7}(\.\d{1,6})?", USD_RATE) or float(USD_RATE) == 0:
    raise BadSetting("USD_RATE", USD_RATE, "a number above zero, such as 7.8")

# The most that a model may spend in a day when nobody says otherwise, in the operator's currency.
UPSTREAM_DAILY_BUDGET = _text("UPSTREAM_DAILY_BUDGET", "50")
if not re.fullmatch(r"\d{1,9}(\.\d{1,6})?", UPSTREAM_DAILY_BUDGET):
    raise BadSetting("UPSTREAM_DAILY_BUDGET", UPSTREAM_DAILY_BUDGET, "an amount, such as 50")


# -- Django, from the settings above ---------------------------------------------------------------------


def _database() -> dict[str, object]:
    if DATABASE_URL == "sqlite":
        pragmas = ("journal_mode=WAL", "synchronous=NORMAL", "temp_store=MEMORY", "mmap_size=134217728",
                   "journal_size_limit=67108864", "cache_size=-8000")  # fmt: skip
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(WAA_DATA / "waa.sqlite3"),
            "CONN_MAX_AGE": 60,
            # IMMEDIATE: with deferred transactions 9 of 10 concurrent writers lost to "database is locked".
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "".join(f"PRAGMA {p};" for p in pragmas),
            },
        }
    url = urlsplit(DATABASE_URL)
    if url.scheme not in ("postgres", "postgresql") or not url.path.strip("/"):
        shown = DATABASE_URL.split("@")[-1]  # not the password
        raise BadSetting("DATABASE_URL", shown, "sqlite or postgresql://user:password@host/name")
    options = dict(parse_qsl(url.query))  # ?sslmode=require; ?host=/folder is a UNIX socket
    # A pool: streams and drafts come and go on threads of their own, and a new connection takes 10 ms.
    pool = {"min_size": 1, "max_size": max(WEB_THREADS, WORKER_SLOTS) + 4, "timeout": 5}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": url.hostname or options.pop("host", ""),
        "PORT": str(url.port or ""),
        "OPTIONS": {**options, "pool": pool},
        "CONN_MAX_AGE": 0,
        "CONN_HEALTH_CHECKS": True,
    }


def _own_names() -> list[str]:
    """The names and addresses under which others on the network reach this machine."""
    names = {socket.gethostname(), socket.getfqdn()}
    with contextlib.suppress(OSError):
        names |= set(socket.gethostbyname_ex(socket.gethostname())[2])
    with contextlib.suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect(("192.0.2.1", 9))  # sends nothing: it only asks which of our addresses would be used
        names.add(probe.getsockname()[0])
    return sorted(names)


DATABASES = {"default": _database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# DBOS's own notes: a second SQLite file, or its own schema in the Postgres database.
JOBS_DATABASE_URL = f"sqlite:///{WAA_DATA / 'jobs.sqlite3'}" if DATABASE_URL == "sqlite" else DATABASE_URL

_host = urlsplit(BASE_URL).hostname or "localhost"
_secure = BASE_URL.startswith("https://")
ALLOWED_HOSTS = [_host, "localhost", "127.0.0.1", "[::1]"]
if HOST in ("0.0.0.0", "::"):  # noqa: S104 - compared, not bound
    ALLOWED_HOSTS += _own_names()
elif HOST:
    ALLOWED_HOSTS.append(HOST)
CSRF_TRUSTED_ORIGINS = [BASE_URL]

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "waa.accounts",
    "waa.upstreams",
    "django.contrib.admin",  # below upstreams, which dresses it
    "waa.studio",
    "waa.web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "waa.web.middleware.language",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "waa.web.middleware.bounded",
    "waa.web.middleware.errors",
]
ROOT_URLCONF = "waa.urls"
WSGI_APPLICATION = "waa.asgi.pages"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "waa.web.context.everywhere",
            ],
            "builtins": ["waa.web.templatetags.waa", "django.templatetags.static"],
        },
    }
]

# Waa's own texts are zh-hk and en (waa.web.languages); Django's catalogue has Hong Kong under zh-hant.
LANGUAGES = [("zh-hant", "繁體中文（香港）"), ("en", "English")]
LANGUAGE_CODE = "zh-hant"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Hong_Kong"

STATIC_URL = "/static/"
STATIC_ROOT = WAA_DATA / "static"
MEDIA_ROOT = WAA_DATA / "pictures"
STORAGES = {
    "default": {
        "BACKEND": "waa.studio.storage.WholeFiles",
        "OPTIONS": {"location": str(MEDIA_ROOT)},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "waa.web.storage.HashedFiles"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
FILE_UPLOAD_MAX_MEMORY_SIZE = 2_621_440
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_048_576  # of the fields of a form; files have their own bound
DATA_UPLOAD_MAX_NUMBER_FIELDS = 400  # an account with its models has the most
DATA_UPLOAD_MAX_NUMBER_FILES = 8

# Secure names only over https: browsers drop a __Host- cookie that came over http.
_prefix = "__Host-" if _secure else ""
CSRF_COOKIE_NAME = f"{_prefix}csrf"
CSRF_COOKIE_SECURE = _secure
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_NAME = f"{_prefix}operator"  # only operators have one
SESSION_COOKIE_SECURE = _secure
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 12 * 3600
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}Validator"}
    for name in ("MinimumLength", "UserAttributeSimilarity", "CommonPassword")
]
CSRF_FAILURE_VIEW = "waa.web.errors.forbidden"
VISITOR_COOKIE = f"{_prefix}waa"
LANGUAGE_COOKIE_NAME = "waa_language"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_HSTS_SECONDS = 31_536_000 if _secure else 0
SECURE_PROXY_SSL_HEADER = None
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "manifest-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'none'"],
        "object-src": ["'none'"],
    }
}

VERSION = __version__
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}{about}: {message}", "style": "{"}},
    "filters": {"about": {"()": "waa.lib.logs.About"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["about"]}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "waa": {"level": "INFO"},
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},  # every robot tries; the answer is a 400
    },
}
