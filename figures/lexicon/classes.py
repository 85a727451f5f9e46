"""The classes a word can have, one bit each, so that a token's classes are one integer."""

NUMERAL = 1 << 0  # can tell a number: twelve, dozens, half; digits get DIGIT too
DIGIT = 1 << 1  # begins with a digit
ORDINAL = 1 << 2  # third
PERSON = 1 << 3  # noun for people: civilians, soldier
PERSON_ONE = 1 << 4  # its singular: soldier, woman
HOUSEHOLD = 1 << 5  # families, households
BUILDING = 1 << 6  # houses, schools
ROLE = 1 << 7  # governor, spokesman
TITLE = 1 << 8  # Mr, President, Col
DEMONYM = 1 << 9  # Ukrainian, Shia
TRIGGER = 1 << 10  # stands in some category's words
AUXILIARY = 1 << 11  # be, have, do and their forms
MODAL = 1 << 12  # may, might, could, would
NEGATION = 1 << 13  # no, not, never, nobody
HEDGE = 1 << 14  # feared, believed, reportedly
SAID = 1 << 15  # speech verbs: said, told, reported
PREPOSITION = 1 << 16
CONJUNCTION = 1 << 17  # and, or, but
RELATIVE = 1 << 18  # who, which, whose
ARTICLE = 1 << 19  # a, an, another
DETERMINER = 1 << 20  # the, all, these, their
ADVERB = 1 << 21
MONTH = 1 << 22
WEEKDAY = 1 << 23
TIME = 1 << 24  # yesterday, week, evening
PRONOUN = 1 << 25
SPEAKER = 1 << 26  # nouns that can speak: police, officials, ministry, agency
ATTACKER = 1 << 27  # gunmen, bombers
PUNCTUATION = 1 << 28
QUALIFIER = 1 << 29  # at, least, nearly: begins or stands in a hedge on a number
VERB = 1 << 30  # known verb form of general English
ELIDED = 1 << 31  # stands for people named before: others, them, those
COLLECTIVE = 1 << 32  # family, couple, crew, group
PLACE_NOUN = 1 << 33  # city, province, village
SUBORDINATOR = 1 << 34  # when, after, while, because, if
VICTIM = 1 << 35  # begins a phrase that can tell of a victim known by name alone
TELLING = 1 << 36  # the word of a category's phrase by which a sentence is sifted
SUICIDE = 1 << 37  # may tell that an attacker died by his own attack: suicide, himself
PHRASE = (
    TRIGGER | VICTIM | TELLING
)  # these only say that a category's phrase may begin or stand here
UNNUMBERED = 1 << 38  # a quantity without a number: many, some, others
