"""Who says so: statements before, after and around a figure, quotations, pronouns, sources in brackets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figures import extract
from figures.extraction.speakers.attribution import Attribution, Attributions
from figures.extraction.words.sentences import split
from figures.extraction.words.tokens import Tokens, tokenize


def said(text: str, figure: str) -> tuple[Tokens, Attribution | None]:
    """The attribution of the first figure written ``figure`` in a text."""
    tokens = tokenize(text)
    sentences = split(tokens)
    at = tokens.words.index(figure)
    index = next(i for i, s in enumerate(sentences) if s.first <= at < s.stop)
    return tokens, Attributions(tokens, sentences).attribute(index, at)


def speaker(text: str, figure: str) -> str | None:
    tokens, found = said(text, figure)
    return None if found is None else tokens.quote(*found.words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police said 12 people drowned.", "Police"),
        ("Another official said 12 people drowned.", "official"),
        ("Nurses quoted by outlets point out that 12 people drowned.", "Nurses"),
        ("Nurses pointed at the 12 people who drowned.", None),
        ("The analysis found that 12 people drowned.", "analysis"),
        ("A medic spoke of 40 dead, while another source claimed that 12 died.", "source"),
        ("Residents reached by phone said 12 had died.", "Residents"),
        ("Residents living near the market said 12 had died.", "Residents"),
        ("Families waiting at the port told a reporter that 12 had died.", "Families"),
        ("A nurse working at the Lesk clinic said 12 had died.", "nurse"),
        ("The army said villagers leaving Lesk and a nurse said 12 had died.", "nurse"),
        ("The army saw men fighting guards and said 12 had died.", "army"),
        ("According to numbers received from the Lesk clinic, 12 died.", "Lesk clinic"),
        ("A local official who asked not to be named said 12 had died.", "local official"),
        ("The ministry dismissed the claim, saying 12 had died.", "ministry"),
        ("A guard gave 21 dead, but the mayor later revised it down to 12.", "mayor"),
        ("The clinic logged 12 deaths.", "clinic"),
        ("The group claimed that it had killed 12.", "group"),
        ("The group claimed an attack on Monday that killed 12.", None),
        ("The group claims responsibility for an attack, leaving 12 dead.", None),
        ("The group claims attack that killed 12.", None),
        (
            "Some 12 died, according to a daily update from the Ministry of Health.",
            "Ministry of Health",
        ),
        ("As at dawn, Lusaka District recorded 12 deaths.", None),
        ('"We ran," Omar Rey told Radio Nine in the aftermath of the strike that killed 12.', None),
        ('"We ran," said Omar Rey after the strike, which killed 12.', None),
        ("Radio Nine was told by two nurses that 12 had died.", "nurses"),
        ("The paper was informed by the coroner that 12 had died.", "coroner"),
        (
            "Rebels claimed 40 dead, a figure the ministry dismissed, saying 12 soldiers had died.",
            "ministry",
        ),
        ("Floods killed 12, a tally by Radio Nine showed.", "Radio Nine"),
        ("Floods killed 12, per local media.", "local media"),
        ("As per the FCRC, 12 persons drowned.", "FCRC"),
        ("According to numbers received from the clinic, 12 people drowned.", "clinic"),
        ("Floods killed 12, Ana Ruiz of the council was quoted as saying.", "Ana Ruiz"),
        ("Floods kill 12 - officials", "officials"),
        ("Floods kill 12: police", "police"),
        ("Police: 12 killed in Hale blast", "Police"),
        ("Health ministry: 12 dead, 30 hurt", "Health ministry"),
        ("UN: 12 children killed in Hale", "UN"),
        ("Health workers: 12 killed in strikes", None),
        ("Police: 12 killed, 30 hurt", None),
        ("Hospitals: 12 damaged", None),
        ("Health: 12 people injured in the quake", None),
        ("Homes: 12 houses destroyed in Hale", None),
        ("Hale: 12 killed", None),
        ("“A blast killed 12 people,” said two security officials.", "security officials"),
        ("Xinhua reported that 12 had died.", "Xinhua"),
        ("Police find note in the home of 12 killed in fire", None),
        ("Killed: 12 soldiers, three police", None),
        ("Floods killed 12 per cent of the herd.", None),
        ("Her death brings to 12 the number of victims.", None),
        ("The toll is 12, according to publicly reported figures.", None),
        ("The toll is 12, according to Sally Ortiz.", "Sally Ortiz"),
        ("The mayor of Hale said on Monday that 12 had died.", "The mayor of Hale"),
        ("Governor Lena Ortiz said 12 people died.", "Lena Ortiz"),
        ("At least 12 people died, Governor Lena Ortiz said on Sunday.", "Lena Ortiz"),
        ("Floods killed 12 people, said Lena Ortiz, the governor.", "Lena Ortiz"),
        ("Floods killed 12, the governor, Lena Ortiz, told Radio Nine.", "Lena Ortiz"),
        ("Lena Ortiz, who runs the clinic, said 12 had died.", "Lena Ortiz"),
        ("According to witnesses, 12 shepherds were shot.", "witnesses"),
        ("Gunmen killed 12 people, according to hospital sources.", "hospital sources"),
        ("The blast killed 12 people according to Freedonian officials.", "Freedonian officials"),
        ("Floods killed 12, according to data from the interior ministry.", "interior ministry"),
        ("Floods killed 12, according to estimates made by relief officials.", "relief officials"),
        ("Floods killed 12, according to reports from the area.", "reports"),
        ("A raid killed 12, according to footage seen by Radio Nine.", "footage"),
        ("The 12 bodies were men, said police 1st Lt. Omar Belkin.", "Omar Belkin"),
        ("A 36-year-old man said 12 people were hurt.", "36-year-old man"),
        ("It came a day after the UN announced that 12 had died.", "UN"),
        ("Additionally the UN stated that 12 nurses had been killed.", "UN"),
        ("A convoy was hit and is believed to have lost 12 men.", None),
        ("Floods killed 12, according to a report by the UN dated 14 May.", "UN"),
        ("According to confirmed UN data, 12 men were killed.", "UN"),
        ("Raiders took 12 people,including a clerk identified as Ali Umar.", None),
        ("Freedonia declared a state of emergency as 12 people drowned.", None),
        ("The army reported 12 rebels dead.", "army"),
        ("The ministry has put the toll at 12.", "ministry"),
        ("Fire killed 12, according to the disaster council's update.", "disaster council"),
        ("The Ministry of Public Health reported 12 dead.", "Ministry of Public Health"),
        ("The Lesk Observatory for Peace said 12 died.", "Lesk Observatory for Peace"),
        ("Omar Belkin of Doctors for Peace said 12 died.", "Omar Belkin"),
        ("The relief agency gives 12 dead.", "relief agency"),
        ("The Flood Control and Rescue Council (FCRC) announced 12 deaths.", "FCRC"),
        (
            "Twelve huts burned and 12 people died, state media reported, citing the mayor.",
            "state media",
        ),
        ("Radio Nine quoted a doctor as saying that 12 had died.", "doctor"),
        ("Figures released by the health ministry show 12 deaths.", "health ministry"),
        ("The mission's earlier figures were 12 dead.", "mission"),
        ("12 displaced families (WFP, 2019)", "WFP"),
        ("THE REBEL STATION ADDED THAT 12 SOLDIERS DIED.", "REBEL STATION"),
        ("POLICE CHIEF JUAN ROSALES TODAY CONFIRMED THAT 12 PEASANTS DIED.", "JUAN ROSALES"),
        ("Human Rights Watch says 12 people were executed.", "Human Rights Watch"),
        ("Police said eight died, but the WHO reported 12 deaths.", "WHO"),
        ("Police said eight were hurt; 12 died, the mayor said.", "mayor"),
        ("The UN has concluded that 12 people were executed.", "UN"),
        ("The mayor rejected the account of Al Noor, which claims that 12 died.", "Al Noor"),
        ("The commission found that 12 had drowned.", "commission"),
        ("The UN High Commissioner has grounds to believe that 12 died.", "UN High Commissioner"),
        ("Authorities raised the toll to 12.", "Authorities"),
        ("UN data shows that 12 people died.", "UN"),
        ("Hale News, citing the interior ministry, reported 12 deaths.", "Hale News"),
        ("The ministry revised its count of the dead from 14 to 12.", "ministry"),
    ],
)
def test_speaker_in_the_sentence(text: str, expected: str) -> None:
    assert speaker(text, "12") == expected


@pytest.mark.parametrize(
    "text",
    [
        "Reportedly 12 people died.",
        "A raid, claimed by the army, killed 12 people.",
        "The arson attack by Omar Belkin claimed a total of 12 lives.",
        "It was also reported that 12 people died.",
        "At least 12 were killed when officials met there.",
        "Officials who survived fled; 12 people died.",
        "The gang released 12 hostages held by the army.",
        "An earlier count put the dead at 12.",
        "Police found 12 bodies in the river.",
        "Blantyre reported 12 deaths.",
        "Brazil, the worst-hit country, has counted 12 deaths.",
        "Freedonia reported the third-highest deaths of 12.",
        "The army raised 12 flags.",
        "The ship flew the flag of the United States with 12 aboard.",
        "Police said the road was shut. A quake in 1999 had killed 12 people.",
    ],
)
def test_nobody_says_so(text: str) -> None:
    assert speaker(text, "12") is None


def test_each_clause_has_its_own_speaker() -> None:
    text = "Police said 24 people were hurt, but the hospital reported as many as 32 wounded."
    assert (speaker(text, "24"), speaker(text, "32")) == ("Police", "hospital")


def test_a_quotation_keeps_its_speaker_over_sentences() -> None:
    text = '"We counted 14 bodies," said Ana Ruiz, a nurse. "There are 30 wounded inside. Nobody came."'
    assert (speaker(text, "14"), speaker(text, "30")) == ("Ana Ruiz", "Ana Ruiz")
    later = '"We found 40 people. The rest had gone," Colonel Omar Reed said.'
    assert speaker(later, "40") == "Omar Reed"


def test_who_is_told_in_a_headline_is_no_speaker() -> None:
    assert speaker("Four Guards Killed\n\nAnother 12 were hurt, he added.", "12") is None


def test_a_pronoun_means_no_time_or_participle_that_opened_a_sentence() -> None:
    text = "Last month, the prosecutor Aly Osman appealed for witnesses. He put the toll at 170."
    assert speaker(text, "170") == "Aly Osman"
    text = "Police said 12 died. Quoting aides, he said 40 were hurt. He said 57 were missing."
    assert speaker(text, "57") == "Police"


def test_pronouns_mean_the_last_speaker() -> None:
    text = "Mayor Rosa Lima said the bridge had gone. She added that 12 people were missing."
    assert speaker(text, "12") == "Rosa Lima"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor said nine died. More than 12 others were hurt.", "mayor"),
        ("The mayor said nine died. It rained. There were 12 hurt in the church.", "mayor"),
        ("The mayor said nine died, the clinic said eight. More than 12 others were hurt.", None),
        ("At least 12 people died. Hale police also reported nine hurt.", "Hale police"),
        ("Some 12 people were hurt. The agency also reported that 400 had died in May.", None),
        ("At least 12 people died. Hale police reported nine hurt.", None),
        ("Security forces held nine men. Some 12 were seized later, he said.", None),
        ("Reyes came on Monday. He said 12 soldiers died.", "Reyes"),
        ("Of all, 690 of the moves recorded were late. Some 12 people fled.", None),
        ("Nine died, UNAMA said. The mission added that 12 were hurt.", "UNAMA"),
        (
            "Nine died, Al Jazeera television said. The channel earlier reported 12 dead.",
            "Al Jazeera television",
        ),
        ("Nine died, the mayor said. The mission added that 12 were hurt.", "mission"),
    ],
)
def test_statements_that_go_on(text: str, expected: str | None) -> None:
    assert speaker(text, "12") == expected


def test_another_incident_goes_on_with_nobody() -> None:
    tokens = tokenize("The mayor said nine died. More than 12 died there in 2003.")
    attributions = Attributions(tokens, split(tokens))
    at = tokens.words.index("12")
    assert attributions.attribute(1, at) is not None
    assert attributions.attribute(1, at, other=True) is None


def test_a_sentence_that_begins_with_a_count_goes_on() -> None:
    text = "The mayor said nine people died. Another road was shut."
    assert speaker(text.replace("Another road was shut", "12 others are missing"), "12") == "mayor"
    assert speaker(text.replace("Another road was shut", "Last year 12 died there"), "12") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The interior ministry said 12 died.", "official"),
        ("An army spokesman said 12 died.", "military"),
        ("Colonel Omar Reed said 12 died.", "military"),
        ("Detectives said 12 died.", "police"),
        ("Doctors said 12 died.", "medical"),
        ("UNHCR said 12 died.", "un"),
        ("A rescue charity said 12 died.", "ngo"),
        ("Reuters reported 12 deaths.", "media"),
        ("Ana Ruiz of Reporters Without Borders said 12 died.", "ngo"),
        ("The National Guard said 12 died.", "military"),
        ("Boko Haram said 12 died.", "armed_group"),
        ("The Hale Chronicle said 12 died.", "media"),
        ("Agence France-Presse said 12 died.", "media"),
        ("In Hale, WECT reported that 12 people died.", "media"),
        ("In Hale, LVMPD said that 12 people died.", "police"),
        ("His aunt said 12 people died.", "witness"),
        ("The airline said 12 died.", None),
        ("Villagers said 12 died.", "witness"),
        ("The guerrillas claimed 12 deaths.", "armed_group"),
        ("Opposition activists said 12 died.", "local_source"),
        ("Sources said 12 died.", "unnamed"),
        ("Ana Ruiz said 12 died.", None),
        (
            "Sergeant Ana Ruiz spoke. Police Sergeant Ana Ruiz said two fled. Ruiz said 12 died.",
            "police",
        ),
    ],
)
def test_kind(text: str, kind: str | None) -> None:
    _, found = said(text, "12")
    assert found is not None
    assert found.kind == kind


def test_who_passed_it_on() -> None:
    tokens, found = said("The mayor told Radio Nine that 12 people died.", "12")
    assert found is not None
    assert found.via is not None
    assert tokens.quote(*found.via) == "Radio Nine"
    _, told = said("The mayor told reporters that 12 people died.", "12")
    assert told is not None
    assert told.via is None


def test_caveats_stand_in_the_sentence_or_the_next() -> None:
    text = "The rebels said 12 died. The claim could not be independently verified.\n\nPreliminary."
    tokens = tokenize(text)
    found = Attributions(tokens, split(tokens)).caveat(0, 3, None)
    assert found is not None
    assert tokens.quote(*found) == "could not be independently verified"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The rebels said 12 died. Radio Nine could not immediately verify it.", "could not immediately verify"),
        ("The rebels said 12 died, which has not yet been confirmed.", "has not yet been confirmed"),
        ("A preliminary count by the ministry put the dead at 12.", "preliminary"),
        ("The rebels said 12 soldiers died. The army denied the claim.", "The army denied the claim"),
        ("The rebels said 12 soldiers died; the army disputed the toll.", "the army disputed the toll"),
        ("The army denied that 12 people died.", None),  # its own words
        ("Police said 12 people died. They have not confirmed any names.", None),
        ("Police said 12 people died. The mayor denied entry to all.", None),
    ],
)  # fmt: skip
def test_what_limits_a_figure(text: str, words: str | None) -> None:
    tokens, found = said(text, "12")
    limits = Attributions(tokens, split(tokens)).caveat(0, tokens.words.index("12"), found)
    assert (limits and tokens.quote(*limits)) == words


@pytest.mark.parametrize(
    ("text", "who", "via"),
    [
        ("The mayor was quoted by Radio Nine as saying that 12 died.", "mayor", "Radio Nine"),
        ("At least 12 died, the mayor said, quoted by Interfax.", "mayor", "Interfax"),
        ("The ministry said in a notice carried by SANA that 12 died.", "ministry", "SANA"),
        ("Reuters quoted the mayor as saying that 12 died.", "mayor", "Reuters"),
        ("According to the WHO's report dated 16 March, 12 people died.", "WHO", None),
    ],
)
def test_who_carried_it(text: str, who: str, via: str | None) -> None:
    tokens, found = said(text, "12")
    assert found is not None
    assert tokens.quote(*found.words) == who
    assert (found.via and tokens.quote(*found.via)) == via


@pytest.mark.parametrize(
    ("text", "figure", "who"),
    [
        ("Freedonia has confirmed 117 deaths, Lenia four and Orda at least 12.", "four", "Lenia"),
        ("Freedonia has confirmed 117 deaths, Lenia four and Orda at least 12.", "12", "Orda"),
        # of another speaker no name tells; a day is nobody
        ("Freedonia has confirmed 117 deaths and four missing.", "four", "Freedonia"),
        ("Freedonia has confirmed 117 deaths, on Tuesday four.", "four", "Freedonia"),
        ("The ministry confirmed nine deaths in Lesk, Hale four.", "four", "ministry"),
    ],
)
def test_who_tells_the_next_count_leaves_out_the_verb(text: str, figure: str, who: str) -> None:
    assert speaker(text, figure) == who


def test_evidence_holds_speaker_and_verb() -> None:
    tokens, found = said("In Hale the mayor said 12 people died.", "12")
    assert found is not None
    assert (found.rule, tokens.quote(*found.evidence)) == ("said", "the mayor said")


_WORDS = st.sampled_from(
    'the mayor police of Hale said told according to 12 people died , . " ( ) he who - and by in on '
    "Monday reported army Ana Ruiz ; : that WHO 's figures quoted saying [ ] count".split()
)


@given(st.lists(_WORDS, max_size=40))
def test_any_words_can_be_asked_about(words: list[str]) -> None:
    tokens = tokenize(" ".join(words))
    sentences = split(tokens)
    attributions = Attributions(tokens, sentences)
    for index, sentence in enumerate(sentences):
        for at in range(sentence.first, sentence.stop):
            found = attributions.attribute(index, at)
            if found is not None:
                assert 0 <= found.words[0] < found.words[1] <= len(tokens)
                assert found.evidence[0] < found.evidence[1]


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("'Twelve died. Nobody else was there,' the mayor said. Nine were hurt, a nurse said.", ["mayor", "nurse"]),
        ("'Twelve died,' the mayor said. 'Nine were hurt,' a nurse added.", ["mayor", "nurse"]),
        ("Twelve died in the pilots' bus. Nine were hurt, the mayor said.", [None, "mayor"]),
    ],
)  # fmt: skip
def test_single_marks_quote_where_there_are_no_others(
    text: str, speakers: list[str | None]
) -> None:
    assert [f.attributed_to for f in extract(text)] == speakers
