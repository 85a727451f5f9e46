"""The classes a word can have, one bit each, so that a token's classes are one integer.

Those that are rare, or rarely asked for, come last: Python is quicker with integers of up to thirty bits.
"""

from typing import Final

NUMERAL: Final = 1 << 0  # can tell a number: twelve, dozens, half; digits get DIGIT too
DIGIT: Final = 1 << 1  # begins with a digit
TELLING: Final = 1 << 2  # the word of a category's phrase by which a sentence is sifted
PERSON: Final = 1 << 3  # noun for people: civilians, soldier
PERSON_ONE: Final = 1 << 4  # its singular: soldier, woman
HOUSEHOLD: Final = 1 << 5  # families, households
BUILDING: Final = 1 << 6  # houses, schools
VICTIM: Final = 1 << 7  # begins a phrase that can tell of a victim known by name alone
TITLE: Final = 1 << 8  # Mr, President, Col
DEMONYM: Final = 1 << 9  # Ukrainian, Shia
TRIGGER: Final = 1 << 10  # stands in some category's words
AUXILIARY: Final = 1 << 11  # be, have, do and their forms
MODAL: Final = 1 << 12  # may, might, could, would
NEGATION: Final = 1 << 13  # no, not, never, nobody
HEDGE: Final = 1 << 14  # feared, believed, reportedly
SAID: Final = 1 << 15  # speech verbs: said, told, reported
PREPOSITION: Final = 1 << 16
CONJUNCTION: Final = 1 << 17  # and, or, but
RELATIVE: Final = 1 << 18  # who, which, whose
ARTICLE: Final = 1 << 19  # a, an, another
DETERMINER: Final = 1 << 20  # the, all, these, their
ADVERB: Final = 1 << 21
MONTH: Final = 1 << 22
WEEKDAY: Final = 1 << 23
TIME: Final = 1 << 24  # yesterday, week, evening
PRONOUN: Final = 1 << 25
SUBORDINATOR: Final = 1 << 26  # when, after, while, because, if
VERB: Final = 1 << 27  # known verb form of general English
PUNCTUATION: Final = 1 << 28
QUALIFIER: Final = 1 << 29  # at, least, nearly: begins or stands in a hedge on a number
ATTACKER: Final = 1 << 30  # gunmen, bombers
ELIDED: Final = 1 << 31  # stands for people named before: others, them, those
COLLECTIVE: Final = 1 << 32  # family, couple, crew, group
PLACE_NOUN: Final = 1 << 33  # city, province, village
SPEAKER: Final = 1 << 34  # nouns that can speak: police, officials, ministry, agency
ROLE: Final = 1 << 35  # governor, spokesman
ORDINAL: Final = 1 << 36  # third
SUICIDE: Final = 1 << 37  # may tell that an attacker died by his own attack: suicide, himself
UNNUMBERED: Final = 1 << 38  # a quantity without a number: many, some, others
# these only say that a category's phrase may begin or stand here
PHRASE: Final = TRIGGER | VICTIM | TELLING
