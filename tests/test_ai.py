"""Artificial intelligence in what lists and policies say: used, trained, or not trained."""

import pytest
from hypothesis import given, strategies as st

from scrapers.ai import denies_training, find_ai


@pytest.mark.parametrize(
    "text",
    [
        "Training of our AI models",
        "Model training and evaluation on support tickets",
        "Conversations are used to train large language models",
        "Fine-tuning of machine learning models",
        "Training von KI-Modellen; Trainieren eines Modells",
        "Entraînement de modèles d'intelligence artificielle",
        "Entrenamiento de modelos de lenguaje",
        "Hosting. We do not sell data. Used for training AI.",
    ],
)
def test_training_is_told(text: str) -> None:
    found = find_ai(text)

    assert found is not None
    assert found.is_training


@pytest.mark.parametrize(
    "text",
    [
        "AI features",
        "Generative text suggestions",
        "KI-Funktionen",
        "LLM provider",
        "Large language model API; your data is not used to train models",
        "Services d'IA",
        "We never train AI on your data",
        "Machine learning",
    ],
)
def test_use_without_training_is_told_as_use(text: str) -> None:
    found = find_ai(text)

    assert found is not None
    assert not found.is_training


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "Hosting in us-east-1",
        "Employee training platform",
        "Trainings for customers",
        "Said by mail, paid by card",
        "Email delivery; Airbrake",
        "Business model consulting",
        "Via Roma 1, Italia",
        "MAIL AIR KIT",
    ],
)
def test_other_words_are_not_taken_for_it(text: str | None) -> None:
    assert find_ai(text) is None


def test_the_words_around_it_are_shown() -> None:
    text = f"{'Long before. ' * 20}Our partner trains AI models on tickets.{' Long after.' * 20}"

    found = find_ai(text)

    assert found is not None
    assert "trains AI models on tickets" in found.words
    assert found.words.startswith("…")
    assert found.words.endswith("…")
    assert len(found.words) < 200


def test_a_denial_is_known_as_one() -> None:
    assert denies_training("We do not use customer data to train AI models.")
    assert not denies_training("We train AI models on customer data.")
    assert not denies_training("We do not sell data.")


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    found = find_ai(text)

    assert found is None or found.words
