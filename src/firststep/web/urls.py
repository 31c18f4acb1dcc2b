"""Every address."""

from django.urls import include, path

from firststep.reports.health_link import AT
from firststep.web.active import views as active
from firststep.web.before import views as before
from firststep.web.diary import views as diary
from firststep.web.door import views as door
from firststep.web.feed import views as feed
from firststep.web.library import views as library
from firststep.web.mine import reminding
from firststep.web.mine import views as mine
from firststep.web.nearby import views as nearby
from firststep.web.offline import views as offline
from firststep.web.professionals import views as professionals
from firststep.web.share import opening
from firststep.web.share import views as share
from firststep.web.taught import views as taught
from firststep.web.visit import views as visit

_OF_A_PERSON = [
    path("today/", diary.page, {"page": "today"}, name="today"),
    path("so-far/", diary.page, {"page": "so-far"}, name="so-far"),
    path("compare/", diary.page, {"page": "compare"}, name="compare"),
    path("history/", diary.page, {"page": "history"}, name="history"),
    path("begin/", diary.page, {"page": "begin"}, name="begin"),
    path("session/", diary.page, {"page": "session"}, name="session"),
    path("measure/", diary.page, {"page": "measure"}, name="measure"),
    path("session/script", diary.script, name="script"),
    path("shell", offline.shell, name="shell"),
    path("token", offline.token, name="token"),
    path("manifest.json", offline.manifest, name="manifest"),
    path("document", diary.document, name="document"),
    path("tell", diary.tell_events, name="tell"),
    path("renew", diary.renew_document, name="renew"),
    path("library/", library.techniques, name="library"),
    path("library/said/", library.said, name="said"),
    path("library/<str:id_>/", library.one_technique, name="technique"),
    path("taught/", taught.new, name="taught"),
    path("taught/paper/", taught.paper, name="taught-paper"),
    path("taught/<str:id_>/", taught.change, name="taught-change"),
    path("taught/<str:id_>/away", taught.away, name="taught-away"),
    path("taught/<str:id_>/out", taught.out, name="taught-out"),
    path("before/", before.page, name="before"),
    path("before/all", before.all_told, name="before-all"),
    path("before/new/<str:sort>/", before.new, name="before-new"),
    path("before/<uuid:key>/", before.change, name="before-change"),
    path("visit/", visit.page, name="visit"),
    path("visit/<str:format_>", visit.file, name="visit-file"),
    path("active/", active.page, name="active"),
    path("active/uploads", active.uploads, name="uploads"),
    path("active/begin", active.begin, name="upload"),
    path("active/forget", active.forget, name="forget-source"),
    path("active/<uuid:id_>/part", active.part, name="upload-part"),
    path("active/<uuid:id_>/keep", active.settle, {"what": "keep"}, name="upload-keep"),
    path("active/<uuid:id_>/drop", active.settle, {"what": "drop"}, name="upload-drop"),
    path("professionals/", professionals.find, name="professionals"),
    path("professionals/listed/<str:id_>/", professionals.listed, name="professional-listed"),
    path("professionals/listed/<str:id_>/add", professionals.add, name="professional-add"),
    path("professionals/new/", professionals.new, name="professional-new"),
    path("professionals/mine/<uuid:id_>/", professionals.candidate, name="professional"),
    path("professionals/mine/<uuid:id_>/off", professionals.off, name="professional-off"),
    path("professionals/compare/", professionals.side_by_side, name="professionals-compare"),
    path("professionals/sheet/", professionals.sheet, name="professionals-sheet"),
    path("share/", share.page, name="share"),
    path("share/<uuid:id_>/shut", share.shut, name="share-shut"),
    path("settings/", mine.settings, name="settings"),
    path("settings/code", mine.code, name="code"),
    path("settings/unpair", mine.unpair_browser, name="unpair"),
    path("settings/recovery", mine.recovery, name="recovery"),
    path("settings/delete", mine.delete, name="delete"),
    path("settings/adjust", mine.adjust_settings, name="adjust"),
    path("settings/remind", reminding.remind, name="remind"),
    path("settings/calendar", reminding.new_link, name="calendar-link"),
    path("phone/", nearby.phone, name="phone"),
    path("export", mine.export, name="export"),
]

urlpatterns = [
    path("alive", nearby.alive, name="alive"),
    path("", door.home, name="home"),
    path("calendar/<str:secret>.ics", feed.calendar, name="calendar"),
    path(f"{AT}<str:secret>", opening.opened, name="link"),
    path(f"{AT}file/<str:ticket>", opening.file, name="link-file"),
    path("sw.js", offline.worker, name="worker"),
    path("away/", offline.away, name="away"),
    path("pair/", door.pair_browser, name="pair"),
    path("welcome/", door.welcome, name="welcome"),
    path("welcome/bring-in", door.bring_in_export, name="bring-in"),
    path("<uuid:person>/", include(_OF_A_PERSON)),
]

handler403 = "firststep.web.refusals.not_yours"
handler404 = "firststep.web.refusals.missing"
handler500 = "firststep.web.refusals.broken"
