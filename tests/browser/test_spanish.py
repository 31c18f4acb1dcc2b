"""A Spanish phone: from the first screen to what its mornings show, all of it in Spanish."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import expect
from tests.browser.conftest import answer_cards, kept_for_later, look
from tests.browser.test_languages import open_diary
from tests.people import TODAY, arrive

from firststep.actions.adjust import adjust
from firststep.actions.pair import codes_at_start
from firststep.records import Name

pytestmark = pytest.mark.django_db(transaction=True)
ENGLISH = re.compile(r"\b(the|and|you|your|with|what|today|morning|pain)\b", re.IGNORECASE)


@pytest.fixture
def telefono(phones):
    return phones.new(locale="es-ES")


def spanish(page):
    """The page is in Spanish, says so, and axe finds nothing."""
    page.get_by_role("heading", level=1).wait_for()
    expect(page.locator("html")).to_have_attribute("lang", "es")
    assert ENGLISH.findall(page.inner_text("body")) == []
    look(page)


def test_the_first_visit_and_the_first_day(telefono, clock):
    ((_, code),) = codes_at_start(clock.now)
    telefono.goto("/")
    expect(telefono.get_by_role("heading", level=1)).to_contain_text("¿Te duele el talón?")
    spanish(telefono)
    telefono.get_by_label("Código").fill(code)
    telefono.get_by_role("button", name="Seguir").click()
    telefono.get_by_label("¿Cómo quieres que te llamemos?").fill("Ana")
    telefono.get_by_role("button", name="Empezar").click()
    telefono.get_by_role("button", name="Derecho", exact=True).click()
    telefono.get_by_role("heading", name="¿Lo sientes así?").wait_for()
    spanish(telefono)
    answer_cards(telefono)
    telefono.get_by_role("button", name="Seguir").click()
    telefono.get_by_role("heading", name="¿Qué tienes a mano?").wait_for()
    telefono.get_by_label("Pelota de tenis").check()
    telefono.get_by_label("Botella congelada").check()
    spanish(telefono)
    telefono.get_by_role("button", name="Seguir").click()
    telefono.get_by_label("¿Ayuda?").check()
    spanish(telefono)
    telefono.get_by_role("button", name="Seguir").click()
    telefono.get_by_role("button", name="Ahora mismo").click()
    telefono.get_by_role("button", name="6", exact=True).click()
    telefono.get_by_role("heading", name="Ahora siéntate").wait_for()
    spanish(telefono)
    telefono.get_by_role("link", name="Hoy", exact=True).click()
    expect(telefono.get_by_role("heading", level=1)).to_contain_text("lunes, 23 de noviembre")
    expect(telefono.get_by_text("Primeros pasos de hoy: 6")).to_be_visible()
    spanish(telefono)
    telefono.locator("#doing .answers button").first.click()
    telefono.get_by_role("status").get_by_text("Guardado en el servidor.").wait_for()
    expect(telefono.locator("#doing")).to_contain_text("Anotado:")


@pytest.fixture
def ana(clock):
    """Somebody who has kept a diary for twelve weeks."""
    ana = arrive("Ana")
    ana.begin(on=TODAY - timedelta(days=84))
    ana.live(84, until=TODAY - timedelta(days=1))
    ana.renew(clock.now)
    return ana


def test_twelve_weeks_are_told_in_spanish_with_decimal_commas(telefono, clock, ana):
    open_diary(telefono, ana, clock)
    telefono.get_by_role("link", name="Hasta ahora").click()
    expect(telefono.get_by_text("Talón derecho: 84 días, 84 con puntuación.")).to_be_visible()
    spanish(telefono)
    shown = telefono.inner_text("main")
    assert re.search(r"\d,\d", shown)
    assert not re.search(r"\d\.\d", shown)
    for name in ("Comparar", "Biblioteca"):
        telefono.get_by_role("link", name=name, exact=True).click()
        spanish(telefono)
    telefono.get_by_role("link", name="Pelota de tenis", exact=True).click()
    expect(telefono.get_by_role("heading", name="Paso a paso")).to_be_visible()


def test_a_session_is_played_in_spanish(telefono, clock, ana):
    open_diary(telefono, ana, clock)
    telefono.goto(f"/{ana.id}/session/?do=tennis-ball")
    telefono.get_by_role("button", name="Empezar").wait_for()
    spanish(telefono)
    telefono.get_by_role("button", name="Empezar").click()
    telefono.get_by_role("heading", name="¿Cuánto te duele el talón ahora?").wait_for()
    spanish(telefono)
    telefono.get_by_role("button", name="Saltar esto").click()
    telefono.get_by_role("heading", name=re.compile("Qué necesitas")).wait_for()
    spanish(telefono)


def test_a_language_that_was_chosen_reaches_the_pages_that_are_kept(phones, clock, ana):
    """The shell that the service worker kept is in English; the pages turn Spanish all the same."""
    phone = phones.new()
    open_diary(phone, ana, clock)
    kept_for_later(phone)
    phone.reload()
    expect(phone.get_by_role("link", name="So far")).to_be_visible()
    phone.get_by_role("link", name="Settings").click()
    phone.get_by_label("These pages speak").select_option("Español")
    phone.locator("#language").get_by_role("button", name="Save").click()
    expect(phone.locator("html")).to_have_attribute("lang", "es")
    phone.get_by_role("link", name="Hoy", exact=True).click()
    expect(phone.get_by_role("link", name="Hasta ahora")).to_be_visible()
    expect(phone.locator("html")).to_have_attribute("lang", "es")
    expect(phone.get_by_role("heading", name="Tus primeros pasos")).to_be_visible()
    kept_for_later(phone)
    phone.context.set_offline(True)
    phone.reload()
    expect(phone.get_by_role("heading", name="Tus primeros pasos")).to_be_visible()
    expect(phone.locator("html")).to_have_attribute("lang", "es")


def test_a_spanish_phone_may_be_told_to_speak_english(telefono, clock, ana):
    adjust(ana.id, {Name.LANGUAGE: "en"}, clock.now)
    open_diary(telefono, ana, clock)
    expect(telefono.get_by_role("heading", name="Your first steps")).to_be_visible()
    expect(telefono.locator("html")).to_have_attribute("lang", "en")
