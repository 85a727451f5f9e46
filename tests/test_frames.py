"""Clauses and frames: who is counted under which category, in every kind of clause."""

from __future__ import annotations

import pytest

from figures.extraction import extract, extract_document
from figures.extraction.frames.framer import Framer
from figures.extraction.tally.toll import tally
from figures.model import Document


def read(text: str) -> list[tuple[str, str]]:
    return [(f.category, f.quote) for f in extract(text) if f.counted != "named"]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Two climbers did not survive the fall.", [("killed", "Two climbers")]),
        ("Two climbers survived the fall.", [("rescued", "Two climbers")]),
        ("Police said that of the 12 dead, seven were boys.", [("killed", "12"), ("killed", "seven")]),
        ("By a clinic's account, of the 12 dead, seven were boys.", [("killed", "12"), ("killed", "seven")]),
        ("Almost 900 homes and shops were without power.", [("affected", "Almost 900 homes and shops")]),
        ("Heat has killed 56 people since May and 4,200 suffered heatstroke.",
         [("killed", "56 people"), ("injured", "4,200")]),
        ("Guards shot dead three rebels and 12 surrendered.", [("killed", "three rebels")]),
        ("Those killed in Friday's raid included 10 soldiers and five nurses.",
         [("killed", "10 soldiers"), ("killed", "five nurses")]),
        ("Those in Friday's raid included 10 soldiers who killed five.", [("killed", "five")]),
        ("Fifty people who had been missing were found.", []),
        ("Cholera brought the death of 27 people and 567 new cases.",
         [("killed", "27 people"), ("infected", "567 new cases")]),
        ("The deaths of 27 people and 12 nurses were mourned.", [("killed", "27 people"), ("killed", "12 nurses")]),
        ("Fifty people have been missing since Friday.", [("missing", "Fifty people")]),
        ("Slides killed three men and two women named Ana.", [("killed", "three men"), ("killed", "two women")]),
        ("Troops shot nine IS fighters dead.", [("killed", "nine IS fighters")]),
        ("A blast killed a family of five.", [("killed", "five")]),
        ("Raiders killed a group of 12 farmers.", [("killed", "12 farmers")]),
        ("The father of a family of five was shot dead.", []),
        ("Some 40 villagers a day cross the border.", []),
        ("Some 40 villagers crossed the border in a day.", [("refugees", "Some 40 villagers")]),
        ("Nine miners who were trapped when a shaft fell in last month were found dead.",
         [("trapped", "Nine miners"), ("killed", "Nine miners")]),
        ("Nine men who robbed a cook when he refused were arrested.", [("detained", "Nine men")]),
        ("Dozens of miners fought to rescue them.", []),
        ("Divers recovered ten bodies after two more were pulled out.", [("killed", "ten bodies")]),
        ("There were 12 dead clerks, 40 hurt miners and 300 displaced.",
         [("killed", "12 dead clerks"), ("injured", "40 hurt miners"), ("displaced", "300")]),
        ("Nine clerks and two cooks killed in a raid were mourned.",
         [("killed", "Nine clerks"), ("killed", "two cooks")]),
        ("Two members of a family of five were killed.", [("killed", "Two members")]),
        ("A shell wiped out a family of eight.", [("killed", "eight")]),
        ("At least four and as many as nine clerks drowned.", [("killed", "At least four and as many as nine clerks")]),
        ("At least 12 were killed and up to 40 hurt.", [("killed", "At least 12"), ("injured", "up to 40")]),
        ("An average of 127 clerks were killed, 12 hurt and nine abducted a year.", []),
        ("An average of nine raids a month were counted, and 12 clerks were hurt.", [("injured", "12 clerks")]),
        ("The number of aid workers attacked rose from 26 to 59.", []),
        ("The number of aid workers killed rose from 26 to 59.", [("killed", "26"), ("killed", "59")]),
        ("A clerk outside a club at once took the victim to a clinic.", []),
        ("A man was shot by guards and taken to hospital.", [("injured", "A man")]),
        ("All the raiders were killed, as were three clerks and one guard.",
         [("killed", "three clerks"), ("killed", "one guard")]),
        ("As were three clerks and one guard, the raiders were armed.", []),
        ("A shell left 12 rebels and army cooks killed or wounded.", [("casualties", "12 rebels and army cooks")]),
        ("A shell killed 12 rebels and army cooks sang.", [("killed", "12 rebels")]),
        ("Nine clerks were killed alongside two cooks.", [("killed", "Nine clerks"), ("killed", "two cooks")]),
        ("It was two truck bombing killing 12 people.", [("killed", "12 people")]),
        ("The dozens of clerks they rescued last week are well.", [("rescued", "dozens of clerks")]),
        ("Of the 12 guards they killed two.", [("killed", "two")]),
        ("Three confirmed, two probable and nine suspected cholera cases were told.",
         [("infected", "Three confirmed"), ("infected", "two probable"), ("infected", "nine suspected cholera cases")]),
        ("Two probable goats and nine suspected cholera cases were told.",
         [("infected", "nine suspected cholera cases")]),
        ("The clinic saw 240 (61%) severe cholera cases.", [("infected", "240")]),
        ("The north told 39% (540) of all cholera cases.", [("infected", "540")]),
        ("Every year, 12 people drown in the river.", []),
        ("In every month since May more than 12 clerks were killed.", []),
        ("Some 12 clerks are killed each day.", []),
        ("Each winter, 25 to 30 clerks die in avalanches.", []),
        ("Clerks meet every day; on Monday 12 clerks were hurt.", [("injured", "12 clerks")]),
        ("The town holds a fair each year, and a blast there killed nine clerks.", [("killed", "nine clerks")]),
        ("Survivors included a nurse and 13 women.", [("rescued", "a nurse"), ("rescued", "13 women")]),
        ("Survivors asked a nurse and 13 women.", []),
        ("A man paid Rs.500 to each of the injured, and Rs. 900 to each of the dead.", []),
        ("The toll is 131. The quake was first put at 8.5; it was later upgraded to 9.2.", [("killed", "131")]),
        ("All 21 carriages came off. Two of them overturned.", []),
        ("Nine clerks died. It rained. Two of them were women.",
         [("killed", "Nine clerks"), ("killed", "Two of them")]),
        ("Nine clerks died. All 21 carriages came off. Two of them overturned.", [("killed", "Nine clerks")]),
        ("A wave killed 900 people in 12 countries, including 165 in Lenia and 34 in Orda.",
         [("killed", "900 people"), ("killed", "165"), ("killed", "34")]),
        ("She is one of 28 families who received food.", [("assisted", "28 families")]),
        ("The mission told of 22 summary executions.", [("killed", "22 summary executions")]),
        ("Nine clerks were killed and 10 hurt. The victims included five men and four women.",
         [("killed", "Nine clerks"), ("injured", "10"), ("killed", "five men"), ("killed", "four women")]),
        ("Nine clerks were killed and 10 hurt. The victims included five men and six women.",
         [("killed", "Nine clerks"), ("injured", "10"), ("casualties", "five men"), ("casualties", "six women")]),
        ("The suspect in Sunday's attack was shot dead.", []),
        ("The three suspects in Sunday's attack were shot dead.", [("killed", "three suspects")]),
        ("Three clerks in the affected towns were shot dead.", [("killed", "Three clerks")]),
        ("Aid groups are assisting 26 families.", [("assisted", "26 families")]),
        ("The captain was strangling 12 clerks when a guard came.", []),
        ("Two million people are displaced, and 134 are refugees.",
         [("displaced", "Two million people"), ("refugees", "134")]),
        ("The raid led to the tragic loss of 352 lives.", [("killed", "352 lives")]),
        ("Guards found five shot bodies.", [("killed", "five shot bodies")]),
        ("Among the dead or missing were a clerk and a guard.", []),
        ("A crew evacuated three wounded clerks.",
         [("evacuated", "three wounded clerks"), ("injured", "three wounded clerks")]),
        ("The toll was updated from an initial 23 to 25.", [("killed", "23"), ("killed", "25")]),
        ("The death toll from floods and slides brought by rains since Friday last week in the north and the south of"
         " the island has reached 33.", [("killed", "33")]),
        ("Both children are victims.", []),
        ("Some 486 people in 139 cities and towns across 10 regions were affected.", [("affected", "Some 486 people")]),
        ("The number of affected families rose to 85 families.", [("affected", "85 families")]),
        ("Some 900 cases of measles were reported, of which 124 were confirmed.",
         [("infected", "Some 900 cases"), ("infected", "124")]),
        ("Some 900 cases of beer were bought, of which 124 were opened.", []),
        ("A clerk was on a corner of North Lane when he was shot in the thigh.", [("injured", "A clerk")]),
        ("None of the 40 people aboard survived.", [("killed", "40 people")]),
        ("There were no survivors among the 40 on board.", [("killed", "40")]),
        ("Nobody survived.", [("rescued", "Nobody")]),
        ("Three men were stabbed, one of them to death.", [("casualties", "Three men"), ("killed", "one of them")]),
        ("An elderly couple was found dead.", [("killed", "An elderly couple")]),
        ("Couple found dead in Lesk home", [("killed", "Couple")]),
        ("A young couple and their son were hurt.", [("injured", "A young couple and their son")]),
        ("A couple's son was hurt.", []),
        ("No one was hurt, and no damage was done.", [("injured", "No one")]),
        ("A plane carrying 62 people crashed, killing everyone on board.", [("killed", "62 people")]),
        ("A bus with 40 clerks aboard fell off a bridge, injuring all of them.", [("injured", "40 clerks")]),
        ("A raid by nine gunmen on a camp killed all of them.", []),
        ("A van with 12 sheep fell off a bridge, killing all of them.", []),
        ("A van hit two boys, killing both instantly.", [("killed", "both")]),
        ("Ana Ruiz and her son were taken to a clinic, where both died.", [("killed", "both")]),
        ("In Lesk, 14 people died; in Orda, 9; and in Hale, one.",
         [("killed", "14 people"), ("killed", "9"), ("killed", "one")]),
        ("In Lesk, 14 people died; in Orda, Omar Said, 9, was saved.", [("killed", "14 people")]),
        ("The clinic received 17 bodies and the hospital 12.", [("killed", "17 bodies"), ("killed", "12")]),
        ("The clinic received 17 bodies and the farm 12.", [("killed", "17 bodies")]),
        ("The clinic counted 22 dead; the hospital reported six more.", [("killed", "22"), ("killed", "six more")]),
        ("The clinic counted 22 dead; the hospital reported six thefts.", [("killed", "22")]),
        ("Three generations of a family were killed.", []),
        ("A nurse and two unborn babies died.", [("killed", "A nurse")]),
        ("A nurse and her unborn child died.", [("killed", "A nurse")]),
        ("A nurse and her young child died.", [("killed", "A nurse and her young child")]),
        ("Two people were hit by a car.", []),
        ("A survivor told the paper that the boat sank.", []),
        ("The ship picked up two survivors.", [("rescued", "two survivors")]),
        ("The two survivors were hurt.", [("injured", "two survivors")]),
        ("In all, 47 safety incidents affected civilians.", []),
        ("A clerk fatally shot his estranged wife and two guards.", [("killed", "his estranged wife and two guards")]),
        ("Death toll from floods passes 5,000", [("killed", "5,000")]),
        ("Death toll hits 50", [("killed", "50")]),
        ("Deaths rise to 50 in Lesk fire", [("killed", "50")]),
        ("Deaths rise and 50 farmers leave", []),
        ("Ten hostages and two guards were killed.", [("killed", "Ten hostages"), ("killed", "two guards")]),
        ("Nurses in the town report 14 hunger deaths, nine of them in May.",
         [("killed", "14 hunger deaths"), ("killed", "nine of them")]),
        ("Some 300 people live in 14 shelters.", [("sheltered", "Some 300 people")]),
        ("Twelve clerks were locally alleged killed.", [("killed", "Twelve clerks")]),
        ("Two hikers were mauled by a bear, two trampled to death.", [("injured", "Two hikers"), ("killed", "two")]),
        ("Seventy died at the scene and two later in hospital.", [("killed", "Seventy"), ("killed", "two")]),
        ("Two died in the crash and 30 in hospital.", [("killed", "Two"), ("injured", "30")]),
        ("Two men were shot at and ran off.", []),
        ("He ran in, killing three, and then he and two others ran off.", [("killed", "three")]),
        ("Fever killed 410 in a day, taking the total to 20,453.", [("killed", "410"), ("killed", "20,453")]),
        ("A clerk was killed and another badly wounded in Lesk.", [("killed", "A clerk"), ("injured", "another")]),
        ("A clerk was killed, another said.", [("killed", "A clerk")]),
        ("A tourist and her Swiss guide were killed.", [("killed", "A tourist and her Swiss guide")]),
        ("Raiders killed a retired general.", [("killed", "a retired general")]),
        ("Two international and one national aid worker were kidnapped.",
         [("abducted", "Two international"), ("abducted", "one national aid worker")]),
        ("Two sheep and one farm worker were killed.", [("killed", "one farm worker")]),
        ("A shell hit a car, killing two clerks and wounding a passer-by.",
         [("killed", "two clerks"), ("injured", "a passer-by")]),
        ("Three died Sunday, two Monday and one Tuesday.",
         [("killed", "Three"), ("killed", "two"), ("killed", "one")]),
        ("Twelve drowned in one boat, nine in the other.", [("killed", "Twelve"), ("killed", "nine")]),
        ("A plane with 44 people fell and everyone on board was killed.", [("killed", "44 people")]),
        ("A camp of nine gunmen was hit; all of them were killed.", []),
        ("Among the injured: nine boys, four women.", [("injured", "nine boys"), ("injured", "four women")]),
        ("Among the injured: a clerk of a town with nine schools.", []),
        ("A riot left 14 guards nursing injuries.", [("injured", "14 guards")]),
        ("Fatalities so far: 17", [("killed", "17")]),
        ("Goals so far: 17", []),
        ("Three men were stabbed to death.", [("killed", "Three men")]),
        ("DEATH TOLL IS NINE", [("killed", "NINE")]),
        ("Death toll in Lesk strike climbs to 21", [("killed", "21")]),
        ("Guards at the Lesk strike climbs wounded 21.", [("injured", "21")]),
        ("Two more died, taking to nine the number of people killed.", [("killed", "Two more"), ("killed", "nine")]),
        ("Hundreds marched for the 12 miners who died.", [("killed", "12 miners")]),
        ("Two of the 12 boys who fell in died.", [("killed", "Two of the 12 boys")]),
        ("Hundreds of mourners buried the 12 who died.", [("killed", "12")]),
        (
            "Dozens of miners buried by mud died.",
            [("trapped", "Dozens of miners"), ("killed", "Dozens of miners")],
        ),
        (
            "Sixteen soldiers were wounded, three critically.",
            [("injured", "Sixteen soldiers"), ("injured", "three")],
        ),
        (
            "The blast wounded sixteen soldiers, three critically.",
            [("injured", "sixteen soldiers"), ("injured", "three")],
        ),
        (
            "Seven pupils were seized; four have since escaped.",
            [("abducted", "Seven pupils"), ("freed", "four")],
        ),
        (
            "Hale and Orlo recorded 185 and 165 deaths respectively.",
            [("killed", "185"), ("killed", "165 deaths")],
        ),
        (
            "The gale caused 20 direct and one indirect death.",
            [("killed", "20 direct"), ("killed", "one indirect death")],
        ),
        (
            "Twelve minor and three serious injuries were reported.",
            [("injured", "Twelve minor"), ("injured", "three serious injuries")],
        ),
        ("They counted 20 sheep and 14 human deaths.", [("killed", "14 human deaths")]),
        ("They counted 20 boys and 14 adult deaths.", [("killed", "14 adult deaths")]),
        ("A slide led to a death when it hit a bus.", [("killed", "a death")]),
        ("The gale caused an injury and claimed a life.",
         [("injured", "an injury"), ("killed", "a life")]),
        ("There was a death at the pass.", [("killed", "a death")]),
        (
            "Eight traders died while the rest sustained injuries.",
            [("killed", "Eight traders"), ("injured", "rest")],
        ),
        ("Twelve sustained injuries.", [("injured", "Twelve")]),
        ("Nurses saw 40 survivors of sexual violence.", []),
        ("Guards moved 140 guests; 32 pupils, six of them girls, sang.", []),
        (
            "900 families (4,100 people) displaced to camps.",
            [("displaced", "900 families"), ("displaced", "4,100 people")],
        ),
        (
            "34,904 killed | 78,514 injured | 12 missing",
            [("killed", "34,904"), ("injured", "78,514"), ("missing", "12")],
        ),
        ("Two gunmen on a motorbike killed five clerks.", [("killed", "five clerks")]),
        ("Two gunmen shot at three women.", []),
        ("Two men shot at a checkpoint died.", [("killed", "Two men")]),
        ("Both died.", [("killed", "Both")]),
        ("A woman and her niece both died.", [("killed", "A woman and her niece")]),
        ("Four nurses, two of them Danes, were taken at gunpoint.",
         [("abducted", "Four nurses"), ("abducted", "two of them")]),
        (
            "Five people were shot, two fatally, at a party.",
            [("casualties", "Five people"), ("killed", "two")],
        ),
        ("A boy shot a girl in the arm.", [("injured", "a girl")]),
        ("Two people were struck by stray bullets.", [("casualties", "Two people")]),
        ("Shots were fired; nobody was hit.", []),
        ("Two remain critical after the crash.", [("injured", "Two")]),
        ("Two men are critical of the plan.", []),
        (
            "Five were shot, three of them fatally.",
            [("casualties", "Five"), ("killed", "three of them")],
        ),
        (
            "Three guards were shot and injured, two of them critically.",
            [("injured", "Three guards"), ("injured", "two of them")],
        ),
        (
            "One of four children injured has died.",
            [("killed", "One of four children"), ("injured", "four children")],
        ),
        ("Troops said 200 rebels had been eliminated.", [("killed", "200 rebels")]),
        ("Four players were eliminated in the final.", []),
        ("Three cooks from a state-supported clinic were killed.", [("killed", "Three cooks")]),
        ("Six cooks from the Kenyan Red Cross were killed.", [("killed", "Six cooks")]),
        ("Six cooks stuck in a jam in the old town were abducted.", [("abducted", "Six cooks")]),
        (
            "Two cooks were abducted on 3 May and found dead the next morning.",
            [("abducted", "Two cooks"), ("killed", "Two cooks")],
        ),
        ("A manager suffered fatal stab wounds.", [("killed", "A manager")]),
        ("A manager suffered stab wounds.", [("injured", "A manager")]),
        ("A driver was clubbed to death.", [("killed", "A driver")]),
        ("A national staff of a charity was killed.", [("killed", "A national staff")]),
        ("A staff of 30 was laid off.", []),
        (
            "The bodies of two people kidnapped the day before were found.",
            [("killed", "two people"), ("abducted", "two people")],
        ),
        ("Four cooks who work for the base in Lesk were killed.", [("killed", "Four cooks")]),
        ("Three men shot and killed 65-year-old minister Omar Belkin.", []),
        ("The brothers, 23 and 25, were found dead.", []),
        ("Of the men, 23 died and 25 fled.", [("killed", "23"), ("displaced", "25")]),
        ("Three teens, ages 15, 16 and 17, were wounded.", [("injured", "Three teens")]),
        (
            "A man in his 20s and a woman, also in her 20s, were hurt.",
            [("injured", "A man"), ("injured", "a woman")],
        ),
        ("Two men were flown to Lesk but died there.", [("killed", "Two men")]),
        ("Three cooks between the ages of 18 and 23 with burns died.", [("injured", "Three cooks")]),
        (
            "Nine cooks died. Police linked three of the victims to a gang.",
            [("killed", "Nine cooks")],
        ),
        (
            "Nine cooks died. Police said three of the victims were women.",
            [("killed", "Nine cooks"), ("killed", "three of the victims")],
        ),
        (
            "The man who killed a nurse and four clerks has been found.",
            [("killed", "a nurse"), ("killed", "four clerks")],
        ),
        ("He was told of a nurse and four clerks were hurt.", [("injured", "four clerks")]),
        ("A friend of the dead woman said so.", []),
        ("A girl and mother who were killed were named.", [("killed", "A girl and mother")]),
        (
            "At least seven people, including a lawyer were killed.",
            [("killed", "At least seven people"), ("killed", "a lawyer")],
        ),
        (
            "Over 100 clerks including 35 women were hurt.",
            [("injured", "Over 100 clerks"), ("injured", "35 women")],
        ),
        (
            "Nine cooks died, including two men and three women, and 12 were hurt.",
            [
                ("killed", "Nine cooks"),
                ("killed", "two men"),
                ("killed", "three women"),
                ("injured", "12"),
            ],
        ),
        (
            "Nine cooks, among them a girl and two boys, and four clerks were hurt.",
            [
                ("injured", "Nine cooks"),
                ("injured", "a girl"),
                ("injured", "two boys"),
                ("injured", "four clerks"),
            ],
        ),
        (
            "The toll of the storm that struck Lesk on Monday has risen to 60.",
            [("killed", "60")],
        ),
        (
            "The toll of a blast that hurt 20 people rose to 31.",
            [("injured", "20 people"), ("killed", "31")],
        ),
        (
            "Police say 17 women and 30 boys were killed.",
            [("killed", "17 women"), ("killed", "30 boys")],
        ),
        ("Police said Ana Ruiz, one of the clerks hurt, was well.", [("injured", "one of the clerks")]),
        ("The toll from flooding caused by rain rose to 132.", [("killed", "132")]),
        (
            "The death toll, which stood at 20, rose to 31.",
            [("killed", "20"), ("killed", "31")],
        ),
        (
            "Raiders killed the old village chief and two guards.",
            [("killed", "the old village chief and two guards")],
        ),
        ("The clerk and one of the cooks were hurt.", [("injured", "one of the cooks")]),
        ("Twelve died. The dead range in age from five to 70.", [("killed", "Twelve")]),
        ("They released the 2021 Humanitarian Response Plan.", []),
        (
            "Some 100 people fled. Six of those people have been reported missing.",
            [("displaced", "Some 100 people"), ("missing", "Six of those people")],
        ),
        ("Some 900 families were stranded by the flood.", [("trapped", "Some 900 families")]),
        ("Fighting forced 300 people to move.", [("displaced", "300 people")]),
        (
            "Some 19 Lassa fever (LF) cases, including 17 deaths, were reported.",
            [("infected", "Some 19 Lassa fever (LF) cases"), ("killed", "17 deaths")],
        ),
        ("Dozens of migrants were lost at sea.", [("missing", "Dozens of migrants")]),
        ("Forty clerks marched. Six boys were among them.", []),
        (
            "There were 25 casualties, including nine killed.",
            [("casualties", "25 casualties"), ("killed", "nine")],
        ),
        (
            "Casualties amounted to 25 people, including nine killed.",
            [("casualties", "25 people"), ("killed", "nine")],
        ),
        (
            "Forty people, including three boys, killed in raid",
            [("killed", "Forty people"), ("killed", "three boys")],
        ),
        ("Forty people, most of them boys, hurt in raid", [("injured", "Forty people")]),
        ("Forty rebels, including three boys, killed 12 guards.", [("killed", "12 guards")]),
        (
            "Crews took scores of hurt people to a clinic, said nurse Ana Ruiz.",
            [("injured", "scores of hurt people")],
        ),
        (
            "Of the 30 dead, 12 were boys, nine girls and three were nurses.",
            [("killed", "30"), ("killed", "12"), ("killed", "nine girls"), ("killed", "three")],
        ),
        (
            "Among the 16 wounded, there are six boys and two girls.",
            [("injured", "16"), ("injured", "six boys"), ("injured", "two girls")],
        ),
        ("Of those who marched, 12 were boys.", []),
        ("Deaths from the heat have risen to 44.", [("killed", "44")]),
        (
            "Some 80 houses were “partially damaged” and 23 were “totally damaged”.",
            [("buildings_damaged", "Some 80 houses"), ("buildings_damaged", "23")],
        ),
        (
            "They got reports of eight missing men, two of whom are known and both are from Lesk.",
            [("missing", "eight missing men"), ("missing", "two of whom")],
        ),
        (
            '"Ten died and four are wounded," military spokesman Brig. Omar Said said.',
            [("killed", "Ten"), ("injured", "four")],
        ),
        ("Over 800 people are in 82 relief camps.", [("sheltered", "Over 800 people")]),
        ("Twelve people in a shelter were killed.", [("killed", "Twelve people")]),
        (
            "There are 700 families or 3,100 persons affected.",
            [("affected", "700 families"), ("affected", "3,100 persons")],
        ),
        ("In those years, an average of 127 nurses were killed per year.", []),
        (
            "They help the kin of the 55 clerks and seven nurses who died.",
            [("killed", "55 clerks"), ("killed", "seven nurses")],
        ),
        ("A guard fired nine rounds killing a cook.", [("killed", "a cook")]),
        ("None of the four cooks and about 12 clerks was hurt.", [("injured", "None of the four cooks")]),
        ("In both cases, two men were treated in hospital for burns.", [("injured", "two men")]),
        ("Two were killed and 33 injured.", [("killed", "Two"), ("injured", "33")]),
        ("The raid killed 12 and injured 20 more.", [("killed", "12"), ("injured", "20 more")]),
        (
            "At least 12 people, including three children, were killed.",
            [("killed", "At least 12 people"), ("killed", "three children")],
        ),
        ("Seven people, most of them women, died.", [("killed", "Seven people")]),
        ("Three dead, nine hurt in market fire", [("killed", "Three"), ("injured", "nine")]),
        ("The storm left four dead and 11 injured.", [("killed", "four"), ("injured", "11")]),
        ("The toll rose to 17 from 12.", [("killed", "17"), ("killed", "12")]),
        (
            "Three soldiers, two policemen and a nurse were wounded.",
            [("injured", "Three soldiers"), ("injured", "two policemen and a nurse")],
        ),
        ("Nine men who had gone fishing were killed.", [("killed", "Nine men")]),
        ("Twelve miners in two shafts were killed.", [("killed", "Twelve miners")]),
        ("Forty refugees drowned.", [("killed", "Forty refugees")]),
        ("Killed were six farmers.", [("killed", "six farmers")]),
        ("The fever has claimed 40 lives.", [("killed", "40 lives")]),
        ("Thousands of people were killed or wounded.", [("casualties", "Thousands of people")]),
        ("Some 900 people crossed the border.", [("refugees", "Some 900 people")]),
        ("No one was hurt.", [("injured", "No one")]),
        ("Houses destroyed: 146", [("buildings_destroyed", "146")]),
        ("**Killed:** 12", [("killed", "12")]),
        ("The killer of 12 clerks escaped.", [("killed", "12 clerks")]),
        ("A gang of 12 escaped from jail.", [("freed", "12")]),
        ("Police seized 12 wounded birds.", []),
        ("Twelve people died, not 40 as first reported.", [("killed", "Twelve people"), ("killed", "40")]),
        ("The death toll is 40 (previously 12).", [("killed", "40"), ("killed", "12")]),
        ("The blast killed 40 people, not 12.", [("killed", "40 people"), ("killed", "12")]),
        ("The blast killed 40 people, not 12 goats as first reported.", [("killed", "40 people")]),
        ("Lenia received 4,500 refugees and Orda 1,200.", [("refugees", "4,500 refugees"), ("refugees", "1,200")]),
        ("Lenia received 4,500 refugees and Orda 12 grants.", [("refugees", "4,500 refugees")]),
        ("The army lost 12 men, the rebels 40.", [("killed", "12 men"), ("killed", "40")]),
        ("Gunmen killed 12 people, the eighth raid in Lesk in 40 days.", [("killed", "12 people")]),
        ("Ninety deaths were associated with the outbreak.", [("killed", "Ninety deaths")]),
        ("Customs seized 12 dead parrots.", []),
        ("Raiders seized 12 wounded clerks.", [("abducted", "12 wounded clerks")]),
        ("One died at the scene and two in hospital.", [("killed", "One"), ("killed", "two")]),
        ("Nine clerks were hurt; one died and 12 are in hospital.",
         [("injured", "Nine clerks"), ("killed", "one"), ("injured", "12")]),
        ("Forty people were killed, not including 12 attackers.", [("killed", "Forty people")]),
        ("Police said 12 men died; witnesses said 40.", [("killed", "12 men"), ("killed", "40")]),
        ("Police said 12 men died, but witnesses said 40 fled.", [("killed", "12 men"), ("displaced", "40")]),
        ("Since June Hale has buried 12 of its dead.", []),
        ("* **Killed**: 12", [("killed", "12")]),
        ("*12* people were killed.", [("killed", "12* people")]),
        ("Killed (1,200), injured (33)", [("killed", "1,200"), ("injured", "33")]),
        ("Number of people missing (14)", [("missing", "14")]),
        ("Killed (2019), injured (2021)", []),
        ("Missing (1)", []),
        ("Kidnapping (34), murder (12)", []),
        ("Tags: killed (12), injured (19)", []),
        ("12 people* died.", [("killed", "12 people")]),
        ("Killed: 12 / Injured: 3", [("killed", "12"), ("injured", "3")]),
        ("Survivors found: 12", [("rescued", "12")]),
        ("Nine deaths and/", [("killed", "Nine deaths")]),
        ("The army released nine herders.", [("freed", "nine herders")]),
        ("Killed = 12, Injured = 30", [("killed", "12"), ("injured", "30")]),
        ("Killed: 12 Injured: 30 Missing: 4", [("killed", "12"), ("injured", "30"), ("missing", "4")]),
        ("Human lives lost: 12", [("killed", "12")]),
        ("Lives saved: 12", [("rescued", "12")]),
        ("Deaths to date: 12", [("killed", "12")]),
        ("Victims killed: 12", [("killed", "12")]),
        ("People reached with cash: 4,500", [("assisted", "4,500")]),
        ("People held: 12", []),
        ("Property destroyed: 31 huts.", [("buildings_destroyed", "31 huts")]),
        ("Fatalities: 31 people", [("killed", "31 people")]),
        ("Affected: 900 families / 4,500 men.", [("affected", "900 families"), ("affected", "4,500 men")]),
        ("Deaths this quarter stood at 31.", [("killed", "31")]),
        ("Civilian casualties last year rose to 412.", [("casualties", "412")]),
        ("Deaths Sunday closed 12 shops.", []),
        ("In October, 1997, 40 men died.", [("killed", "40 men")]),
        ("In May, 1,997 men died.", [("killed", "1,997 men")]),
        ("Two cooks were on Monday night shot dead.", [("killed", "Two cooks")]),
        ("Two cooks were, on 3 May, shot dead.", [("killed", "Two cooks")]),
        ("Two cooks were on the roof, dead tired.", []),
        ("The gunmen killed one and kidnapped the other two.", [("killed", "one"), ("abducted", "two")]),
        ("The crash injured her twin sons.", [("injured", "twin sons")]),
        ("The blast hit the twin towers and killed 12.", [("killed", "12")]),
        ("Lesk: deaths 31, injured 45, houses destroyed 146",
         [("killed", "31"), ("injured", "45"), ("buildings_destroyed", "146")]),
        ("Houses destroyed: 31; damaged: 146; injured: 9",
         [("buildings_destroyed", "31"), ("buildings_damaged", "146"), ("injured", "9")]),
        ("Killed: 31. Damaged: 146", [("killed", "31")]),
        ("Fatalities: 187 total", [("killed", "187 total")]),
        ("Fatalities: 15-16 in total", [("killed", "15-16")]),
        ("Deaths: 3 direct, 2 indirect", [("killed", "3 direct"), ("killed", "2 indirect")]),
        ("Deaths: 3 direct and 2 indirect", [("killed", "3 direct"), ("killed", "2 indirect")]),
        ("| Fatalities | 187 total[1] |", [("killed", "187 total")]),
        ("Missing | 17", [("missing", "17")]),
        ("Killed | 12 | 30", []),  # which column is which its head would tell
        ("Built | 12", []),
        ("Cost: 187 total", []),
        ("Deaths: 12 total strangers wept.", []),
        ("Killed: 12, injured: 33", [("killed", "12"), ("injured", "33")]),
        ("IDPs total 4,500", [("displaced", "4,500")]),
        ("Damaged houses 908 (a quarter beyond repair)", [("buildings_damaged", "908")]),
        ("Some 90 homes and the docks were razed.", [("buildings_destroyed", "Some 90 homes")]),
        ("Over 70 people were forced to evacuate their homes.", [("evacuated", "Over 70 people")]),
        ("The storm caused 13 deaths: nine in Cuba and four in Haiti.",
         [("killed", "13 deaths"), ("killed", "nine"), ("killed", "four")]),
        ("Forty died in the floods, including 31 in Italy, eight in Chad and one in Iran.",
         [("killed", "Forty"), ("killed", "31"), ("killed", "eight"), ("killed", "one")]),
        ("About 350 cottages in Salem, Oregon suffered minor damage.",
         [("buildings_damaged", "About 350 cottages")]),
        ("Some 300 homes were razed in Gaza (most of them flats), 20 in Rafah and 15 in Jenin.",
         [("buildings_destroyed", "Some 300 homes"), ("buildings_destroyed", "20"), ("buildings_destroyed", "15")]),
        ("The hamlet was hit, with 17 homes leveled.", [("buildings_destroyed", "17 homes")]),
        ("Of the 30 dead, 12 were children.", [("killed", "30"), ("killed", "12")]),
        ("An evacuation of the town's nearly 900 residents began.",
         [("evacuated", "nearly 900 residents")]),
        ("The flood left 40 barns levelled and 12 huts leveled.",
         [("buildings_destroyed", "40 barns"), ("buildings_destroyed", "12 huts")]),
        ("They killed 12 in Salem, Oregon and fled.", [("killed", "12")]),
        ("Two men and a woman were hurt.", [("injured", "Two men and a woman")]),
        ("They killed two men and a woman was hurt.", [("killed", "two men"), ("injured", "a woman")]),
        ("The driver and two passengers died.", [("killed", "The driver and two passengers")]),
        ("A blast took 12 lives, with 33 people wounded.", [("killed", "12 lives"), ("injured", "33 people")]),
        ("Police shot a clerk dead after he called two guards.", [("killed", "a clerk")]),
        ("A trader who wounded three clerks was killed.",
         [("killed", "A trader"), ("injured", "three clerks")]),
        ("Two nurses were seized before being killed.",
         [("abducted", "Two nurses"), ("killed", "Two nurses")]),
        ("Two traders crossed the river and were shot dead.", [("killed", "Two traders")]),
        ("The town's dead rose to 12.", [("killed", "12")]),
        ("Eight people, including four clerks, a guard and two cooks were hurt.",
         [("injured", "Eight people"), ("injured", "four clerks"), ("injured", "a guard"), ("injured", "two cooks")]),
        ("Eight people including four clerks and all attackers were killed.",
         [("killed", "Eight people"), ("killed", "four clerks")]),
        ("They killed 12 people, including two boys and six women were hurt.",
         [("killed", "12 people"), ("killed", "two boys"), ("injured", "six women")]),
        ("Eight people, including four clerks and a cook was hurt.", [("injured", "a cook")]),
        ("In all 26 people were killed.", [("killed", "26 people")]),
        ("In all 26 provinces, people were killed.", []),
        ("Four others were lightly to moderately hurt.", [("injured", "Four others")]),
        ("A bomb killed a clerk walking to a bank, his son and two guards.",
         [("killed", "a clerk"), ("killed", "his son and two guards")]),
        ("Three of the 14 people killed in the blast were children.",
         [("killed", "Three of the 14 people"), ("killed", "14 people")]),
        ("Three of the 14 people killed in the blast lived here.", [("killed", "14 people")]),
        ("All but four of the 60 on board died.", [("killed", "All but four of the 60")]),
        ("All but four of the crew died.", []),
        ("Two families, 11 people in all, were killed.", [("killed", "11 people")]),
        ("Two families (11 people) were killed.", [("killed", "11 people")]),
        ("They displaced 900 families, 4,500 people were hurt.",
         [("displaced", "900 families"), ("injured", "4,500 people")]),
        ("The toll of 120 includes 35 boys.", [("killed", "120"), ("killed", "35 boys")]),
        ("Death toll in bus plunge up to 19", [("killed", "up to 19")]),
        ("The storm killed cattle, goats and 12 people.", [("killed", "12 people")]),
        ("Both drivers died and a passenger was hurt.",
         [("killed", "Both drivers"), ("injured", "a passenger")]),
        ("Both men and women died.", []),
        ("At least 2,000 (1,100 women) were hurt.",
         [("injured", "At least 2,000"), ("injured", "1,100 women")]),
        ("Dead 2,000, injured 5,400 and missing 300.",
         [("killed", "2,000"), ("injured", "5,400"), ("missing", "300")]),
        ("Missing 12, the team lost.", []),
        ("Two clerks were seized, shot, and killed.", [("abducted", "Two clerks"), ("killed", "Two clerks")]),
        ("Two clerks were tied up, beaten, and killed.", [("assaulted", "Two clerks"), ("killed", "Two clerks")]),
        ("Two clerks were shot while driving home and later died.", [("killed", "Two clerks")]),
        ("Two clerks died while trying to escape a fire.", [("killed", "Two clerks")]),
        ("Nine of the 40 injured died.", [("killed", "Nine of the 40"), ("injured", "40")]),
        ("Two of the five missing clerks were found alive.",
         [("rescued", "Two of the five missing clerks"), ("missing", "five missing clerks")]),
        ("Six of the 33 confirmed cases have died.",
         [("killed", "Six of the 33 confirmed cases"), ("infected", "33 confirmed cases")]),
        ("The intruder stabbed three guests.", [("injured", "three guests")]),
        ("The intruder stabbed three guests; two died.",
         [("casualties", "three guests"), ("killed", "two")]),
        ("The deaths of two clerks who had been seized shocked all.",
         [("killed", "two clerks"), ("abducted", "two clerks")]),
        ("The killings during the past 72 hours of two judges shocked all.", [("killed", "two judges")]),
        ("Two clerks have bullet wounds.", [("injured", "Two clerks")]),
        ("A 12- year-old girl was hurt.", [("injured", "A 12- year-old girl")]),
        ("The bodies of two men and three women were found.", [("killed", "two men"), ("killed", "three women")]),
        ("The bodies of two men were found and three clerks were hurt.",
         [("killed", "two men"), ("injured", "three clerks")]),
        ("Two clerks and a mother with a baby were among the dead.",
         [("killed", "Two clerks and a mother"), ("killed", "a baby")]),
        ("They published the names of 67 clerks it says were killed.", [("killed", "67 clerks")]),
        ("Deaths: Seven due to fire; three involving evacuees.", [("killed", "Seven"), ("killed", "three")]),
        ("Injuries: 71 to guards, and 27 to clerks.", [("injured", "71"), ("injured", "27")]),
        ("Killed: 12 on Monday and 40 were hurt.", [("killed", "12"), ("injured", "40")]),
        ("Over 5,700 cholera / AWD cases were reported.", [("infected", "Over 5,700 cholera / AWD cases")]),
        ("The blaze burned 6 1/2 square miles.", [("land_hectares", "6 1/2 square miles")]),
        ("In strikes 84 clerks were killed and 47 in rebel attacks.",
         [("killed", "84 clerks"), ("killed", "47")]),
        ("Crews looked for one more miner thought to be buried inside.", [("trapped", "one more miner")]),
        ("Another ten clerks on the smugglers' boat were found dead.", [("killed", "Another ten clerks")]),
        ("Some 1,860 clerks were killed, injured or kidnapped.", []),
        ("Some 40 clerks were killed, injured and robbed.",
         [("killed", "Some 40 clerks"), ("injured", "Some 40 clerks")]),
        ("Twelve clerks in flood-affected areas died.", [("killed", "Twelve clerks")]),
        ("The number of people died in the flood-hit areas reached 119.", [("killed", "119")]),
        ("At least 49 clerks were subjected to sexual violence.", [("assaulted", "At least 49 clerks")]),
        ("He confirmed that five clerks and one guard, all found there, had died.",
         [("killed", "five clerks"), ("killed", "one guard")]),
        ("Hostages released in deals: 141", [("freed", "141")]),
        ("The death toll rose to 507 with 1,332 injuries.",
         [("killed", "507"), ("injured", "1,332 injuries")]),
        ("Twelve men with 14 wounds each died.", [("killed", "Twelve men")]),
        ("At least 30 boys were among the dead, said a nurse at the scene and a clerk.",
         [("killed", "At least 30 boys")]),
        ("Floods drove 4,500 people, mainly women and children, from their homes.",
         [("displaced", "4,500 people")]),
        ("More than 240 Kenyan and foreign hostages were also abducted.",
         [("abducted", "More than 240 Kenyan and foreign hostages")]),
        ("The number of affected countries this year rose to 33.", []),
        ("There were 4,000 confirmed COVID-19 cases.", [("infected", "4,000 confirmed COVID-19 cases")]),
        ("There were 486 cholera and acute watery diarrhea cases.",
         [("infected", "486 cholera and acute watery diarrhea cases")]),
        ("The bodies of 22 women, 23 men and six children had been recovered.",
         [("killed", "22 women"), ("killed", "23 men"), ("killed", "six children")]),
        ("Dozens are believed to be inside a collapsed block.", []),
        ("Two cooks, three maids and a 9-year-old girl were the only survivors.",
         [("rescued", "Two cooks"), ("rescued", "three maids and a 9-year-old girl")]),
        ("Two cooks were the only witnesses.", []),
        ("An eighth man was taken from the river but did not survive.", [("killed", "An eighth man")]),
        ("Mines kill or maim 40 people monthly.", []),
        ("Nine in the boat were suffering from hypothermia.", [("injured", "Nine")]),
        ("Doctors were treating 12 people for burns.", [("injured", "12 people")]),
        ("Guards killed half of the 40 hostage-takers.", [("killed", "half of the 40 hostage-takers")]),
        ("A search showed 86 people altogether were killed.", [("killed", "86 people")]),
        ("Four of the guards escaped the ambush.", []),
        ("Eight people from his home town died.", [("killed", "Eight people")]),
        ("Three men suffered minor to serious injuries.", [("injured", "Three men")]),
        ("Two guards were killed and 1 MIA.", [("killed", "Two guards"), ("missing", "1")]),
        ("The search ended, for no signs of life were found.", []),
        ("Of those who lost their lives, 40 were 14 or younger.", [("killed", "40")]),
        ("Two guests escaped the burning inn, and one of them is badly hurt.", [("injured", "one of them")]),
        # some of those told, by the verb that is theirs alone
        ("There are 80 survivors of the wreck, some of whom are badly hurt.",
         [("rescued", "80 survivors"), ("injured", "some of whom")]),
        ("Twelve pupils were hurt, and the condition of four of them was critical.",
         [("injured", "Twelve pupils"), ("injured", "four of them")]),
        ("A kiln that was home to 12 families collapsed.", []),
        ("A slide killed 12 people and the ground crew were hurt.", [("killed", "12 people")]),
        ("At least 12 climbers and support staff were killed.", [("killed", "At least 12 climbers")]),
        ("Divers found the bodies of the last four missing sailors.",
         [("killed", "four missing sailors")]),
        ("The band executed Friday two clerks.", [("killed", "two clerks")]),
        ("One sadly died, and 12 police personnels were hurt.",
         [("killed", "One"), ("injured", "12 police personnels")]),
        ("Some drowned and others were crushed in the panic.", [("killed", "Some")]),
        ("He gave no specific number of people kidnapped.", []),
        ("He did not give a precise number of people killed.", []),
        ("A cook is unaccounted for while the four others were confirmed to be safe.",
         [("missing", "A cook")]),
        ("Deaths among displaced: 12", [("killed", "12")]),
        ("Some 17,500 newly internally displaced people were counted.",
         [("displaced", "Some 17,500 newly internally displaced people")]),
    ],
)  # fmt: skip
def test_clause(text: str, figures: list[tuple[str, str]]) -> None:
    assert read(text) == figures


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people said the minister was killed.",
        "He was 101 and died at home.",
        "The rate is 18.9 deaths per 100,000 people.",
        "The shooting that killed Baker cost the town 12 jobs.",
        "Twelve trucks were destroyed and 30 rifles captured.",
        "In two villages the mayor was killed.",
        "They are eight people in the flat.",
        "One of the victims was from Lyon.",
        "An officer's body camera was on.",
        "They spoke about one of their bodies.",
        "He lives in the man's house two doors away.",
        "Ana Ruiz, killed - 34",
        "Tanks destroyed: 12",
        "The ruling led to a death sentence.",
        "The leak caused a death threat.",
        "The tackle caused an injury to the keeper's knee.",
        "She fears a death at sea.",
        "The bridge took a life of work.",
        "Two-thirds of the dead were over 60.",
        "Most of the victims were under 18.",
        "Children as young as five were killed.",
        "The youngest victim was four.",
        "One person in 13 has been killed or hurt.",
    ],
)
def test_nobody_is_counted(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("2 killed 3 hurt in fire", [("killed", "2"), ("injured", "3")]),
        ("Two guards killed 3 hurt clerks", [("killed", "3 hurt clerks")]),
        ("Gunmen in two cars killed 3 wounded guards.", [("killed", "3 wounded guards")]),
        ("Two women arrested after Lesk student killed in fire", [("detained", "Two women")]),
        (
            "Two women arrested after a fire were killed.",
            [("detained", "Two women"), ("killed", "Two women")],
        ),
        ("He killed a clerk in a shop, went home and hid.", [("killed", "a clerk")]),
        (
            "One of the guards in the raid that hurt five clerks has died.",
            [("killed", "One of the guards"), ("injured", "five clerks")],
        ),
        (
            "A fire that killed nine people hurt in a crash spread.",
            [("killed", "nine people"), ("injured", "nine people")],
        ),
        ("A man is held in a triple murder.", [("killed", "a triple murder")]),
        ("A man is held in a triple murder attempt.", []),
        ("There should've been nine dead clerks.", [("killed", "nine dead clerks")]),
        ("A guard chased a cook, and he shot him dead.", [("killed", "a cook")]),
        ("A guard attacked a cook and killed him.", [("killed", "a cook")]),
        (
            "Pirates seized a boat with 23 sailors and took them hostage.",
            [("abducted", "23 sailors")],
        ),
        ("Police met 23 sailors and took them home.", []),
        ("Three others were rescued after a slope collapsed.", [("rescued", "Three others")]),
        ("A man who tried to rob a clerk with a toy was killed.", [("killed", "A man")]),
        ("A man who carried two boys died.", [("killed", "A man")]),
        (
            "A woman who had seen two boys were killed.",
            [("killed", "two boys")],
        ),  # a verb of several
        ("Police who said two boys were killed left.", [("killed", "two boys")]),
        ("It was he who left two clerks hurt and a cook dead.", [("killed", "a cook")]),
        ("A middle aged cook was killed.", [("killed", "A middle aged cook")]),
        ("A nurse, although unhurt by the blast, was killed later.", [("killed", "A nurse")]),
        (
            "A mob burned houses and killed six clerks.",
            [("killed", "six clerks")],
        ),  # shelters nobody
        (
            "A clerk took the rifle from Omar Belkin, who fled; he was arrested on Monday.",
            [],
        ),  # Belkin was
        ("Two guards and a gunman are dead.", [("killed", "Two guards"), ("killed", "a gunman")]),
    ],
)
def test_what_befell_whom(text: str, figures: list[tuple[str, str]]) -> None:
    assert [f for f in read(text) if f in figures or f[0] != "injured"] == figures


def test_no_more_of_the_victims_than_there_were() -> None:
    assert len(extract("Nine people died. Three of the victims were from Lesk.")) == 2
    assert len(extract("One man died. Three of the victims were from Lesk.")) == 1
    assert len(extract("More than one died. Three of the victims were from Lesk.")) == 2


def test_parts_point_at_their_whole() -> None:
    whole, first, second = extract("Twenty bodies were found, eleven women and nine men.")
    assert first.part_of == second.part_of == whole.id
    assert whole.part_of is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("At least 40 people were killed. Of these, 12 were children.", ["12"]),
        ("Some 40 pupils were hurt. Of them, 12 were girls and 28 were boys.", ["12", "28"]),
        ("Police arrested 40 people. Of those, at least 12 were women.", ["at least 12"]),
        ("Forty people died, most of them women, including 12 nurses.", ["12 nurses"]),
        ("There were 40 attacks, 60 people died. Of these, 12 were suicide bombings.", []),
        ("The camp holds 900 people. Of these, 12 were children.", []),
        ("Forty people died. Schools closed. Of these, 12 were clerks.", []),
    ],
)
def test_parts_of_those_counted_before(text: str, parts: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.part_of] == parts


def test_who_acts_behind_a_count_is_none_of_it() -> None:
    told = extract(
        "A raid left one dead and 11 others shot, Governor Ada Renn urged people to talk."
    )
    assert [f.quote for f in told] == ["one", "11 others"]


def test_a_list_of_victims_is_no_part() -> None:
    assert all(f.part_of is None for f in extract("Two soldiers and four children were killed."))


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("He killed a cook, a nurse and wounded nine others.", 2),
        ("He killed a cook, the wife of a clerk and wounded nine others.", 2),
        ("He killed a man, a cook, and wounded nine others.", 1),  # the man is a cook
        ("He killed three clerks, the cook and his wife before killing himself.", 5),
        ("He killed three people, a clerk, a cook and a nurse, before killing himself.", 3),
        ("Three people are dead. He killed a cook and a nurse and then himself.", 2),
        (
            "He shot and killed a cook. He then travelled to a school killing 20 pupils before killing himself.",
            21,
        ),
        ("Two people are dead. A man killed a clerk. He then killed himself.", 1),
        ("Gunmen executed five clerks in Orlu, Lower Shebelle, Somalia.", 5),
    ],
)
def test_who_is_in_a_list_of_victims(text: str, killed: int) -> None:
    tolls = tally(extract_document(Document("a", text)))
    assert [t.best for t in tolls if t.category == "killed"] == [killed]


@pytest.mark.parametrize(
    ("text", "killed", "injured"),
    [
        ("Employee #1 was killed. The fall killed Employee #1.", 1, None),
        ("Employee #1 was killed. Employee #2 was killed too.", 2, None),
        ("Employees #1, #2 and #3 were injured when a tank blew up.", None, 3),
        ("Driver 1 was injured and Passenger 2 died.", 1, 1),
        ("Driver, 2 passengers hurt in crash.", None, 3),
        ("Woman, 3 children killed in fire.", 4, None),
        ("All three passengers and crew of 2 were killed.", 5, None),
        ("The driver and passenger died.", 2, None),
        (
            "After killing a clerk and a nurse in Lesk, a student of Hale School in Orlu, Orda arrived.",
            2,
            None,
        ),
        ("After killing a cook, a nurse and a guard, he fled.", 3, None),
        ("Two men accused of a number of killings were freed.", None, None),
        ("A bomb killed one person; another died later.", 2, None),
        ("An official and leader of the union died.", 1, None),
        ("A woman shot two clerks, killing both, and then killed herself.", 2, None),
        ("A married couple and their infant son were killed.", 3, None),
        ("A bomb hit a bus, killing nine, mostly women, and wounding the remaining six.", 9, 6),
        ("They killed the village head, his two wives and four of his children.", 7, None),
        ("They killed the mayor, wounding a clerk, who died in hospital.", 2, 0),
        ("Six pilgrims, including two women, and their driver were killed.", 7, None),
        ("The driver of Vehicle 1 was killed and both occupants of Vehicle 2 were hurt.", 1, 2),
        ("In Lesk 12 were killed.", 12, None),
        (
            "Three gunmen, a guard and an unknown number of clerks were killed.",
            3,
            None,
        ),  # at least two clerks
        ("Twelve passengers and crew were killed.", 12, None),
        (
            "Lesk's national police chief General Ana Maria Ruiz, 59, and five others were killed.",
            6,
            None,
        ),
        ("Omar Belkin, 36, stormed a home where he was under care.", None, None),
        ("The #1 team was hurt by it.", None, None),
        ("Three people were at least slightly hurt.", None, 3),
        ("Three people were at least 40 years old.", None, None),
        ('Nine were killed. One of the guards yelled "Die, rebels!"', 9, None),
        (
            "Among the nine killed was a cousin of Mayor Ana Ruiz, Omar Belkin, who died on Monday.",
            9,
            None,
        ),
        ("He went on a spree, killing his parents at home and two pupils at school.", 4, None),
        ("His parents' house burned and two were killed.", 2, None),
        ("Robbers tied up two sailors and drowned.", None, None),
        ("A man chased two girls and was shot dead.", 1, None),
        ("Robbers threatened two sailors, then drowned.", None, None),
        ("Three men who followed two girls and were shot dead were clerks.", 3, None),
        ("In Lesk two men died and were buried.", 2, None),
        ("One clerk died at the scene and two later in hospital.", 3, None),
        ("Three clerks died on the spot and four on the way to hospital.", 7, None),
        ("Two painters fell about 20 feet to the floor and died.", 2, None),
        ("Employee #1 fell 12 ft and was killed.", 1, None),
        ("Two riders died and the third was badly hurt.", 2, 1),
        ("Two bombs went off; the third was defused.", None, None),
        ("Two painters were burned by steam and later died.", 2, 0),
        ("Two painters were burned by steam, and both died.", 2, 0),
        ("Two painters were burned by steam and both guards died.", 2, 2),
        ("A plane with 40 passengers and two crew crashed; there were no survivors.", 42, None),
        ("A boat with 30 people aboard sank, leaving no survivors.", 30, None),
        ("Six clerks drowned; there were no survivors.", 6, None),
        ("All 12 aboard and three on the ground died.", 15, None),
        ("There were no survivors among the 40 on board, and two were hurt.", 40, 2),
        ("Six rebels were killed. They were wanted for the murder of two cooks in 2014.", 6, None),
        ("A blast hit Lesk. Rebels are blamed for the murder of two cooks in 2014.", 2, None),
        ("Three suspected Red Orda fighters died.", 3, None),
        ("At least 30 alleged State of Orda militants were killed.", 30, None),
        ("Nine University of Lesk students were hurt.", None, 9),
        ("Six suspected of helping rebels were killed.", 6, None),
        ("The army killed 12 in Army of Orda raids.", 12, None),
    ],
)
def test_persons_told_apart(text: str, killed: int | None, injured: int | None) -> None:
    tolls = {t.category: t.best for t in tally(extract_document(Document("a", text)))}
    assert (tolls.get("killed"), tolls.get("injured")) == (killed, injured)


def test_when_the_father_came_the_son_killed_him() -> None:
    figures = extract("When the father came, the son shot him twice and killed him.")
    assert [f.quote for f in figures if f.category == "killed"] == ["the father"]


def test_the_attacker_who_died_is_none_of_the_hurt() -> None:
    text = "A man shot three people, killing two and wounding a third person. He later died of his own shot."
    tolls = tally(extract_document(Document("a", text)))
    assert {t.category: t.best for t in tolls} == {"casualties": 3, "killed": 2, "injured": 1}


def test_the_kin_of_somebody_named_died_and_not_he() -> None:
    figures = extract("A cousin of Mayor Ana Ruiz, Omar Belkin, who died on Monday, was a cook.")
    assert [f.quote for f in figures] == ["A cousin"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("He killed a cook, a nurse and wounded nine before being arrested.", ["He"]),
        ("A man robbed a shop and killed a clerk before being arrested.", ["A man"]),
        ("A man stabbed two guards and hurt a clerk before being arrested.", ["A man"]),
    ],
)
def test_who_was_arrested_after_it(text: str, who: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.category == "detained"] == who


def test_more_of_another_category_is_no_addition() -> None:
    assert [f.adds_to for f in extract("The blast killed 12 and injured 20 more.")] == [None, None]


def test_another_adds_to_the_count_before() -> None:
    first, second = extract("Four people were hurt. Another three were hurt overnight.")
    assert second.adds_to == first.id


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Ruiz was shot dead.", ["Ana Ruiz"]),
        ("Gunmen killed Col. Luis Rey.", ["Col. Luis Rey"]),
        ("The driver died.", ["The driver"]),
        ("Ana Ruiz, the mayor of Lesk, was killed.", ["Ana Ruiz"]),
        ("The mayor and his wife were killed.", ["The mayor", "his wife"]),
        ("The talks in New Lesk were killed off.", []),
        (
            "Soldiers killed the priests, their cook, and her daughter.",
            ["their cook", "her daughter"],
        ),
        ("It was the night clerk Omar Belkin was murdered.", ["clerk Omar Belkin"]),
        ("Police are hunting the killers of Ana Ruiz.", ["Ana Ruiz"]),
        ("The peace deal died.", []),
        ("Twelve people were killed.", []),
    ],
)
def test_victims_known_by_name_or_description(text: str, names: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.counted == "named"] == names


def test_the_same_count_in_other_units_is_said_again() -> None:
    families, people = extract("Some 900 families (4,500 people) fled the valley.")
    assert (people.quote, people.restates) == ("4,500 people", families.id)


def test_a_dash_leads_from_a_round_number_to_the_exact_one() -> None:
    round_one, exact = extract("The quake killed nearly 3,000 people — 2,946 at the last count.")
    assert (round_one.restates, exact.restates) == (exact.id, None)
    toll, part = extract("The quake killed over 3,000 people — 400 in Lesk.")
    assert (toll.restates, part.restates) == (None, None)


def test_a_share_of_a_number_counts_the_share() -> None:
    (share,) = extract("Four of her 26 nurses were killed.")
    assert (share.quote, share.value) == ("Four of her 26 nurses", 4)


def test_the_count_an_update_leaves_behind() -> None:
    _, old = extract("The blast killed 12 people, up from nine.")
    assert (old.value, old.status) == (9, "superseded")


def test_a_noun_with_a_hyphen_is_whole() -> None:
    assert read("Two passers-by were hurt.") == [("injured", "Two passers-by")]


def test_an_addition_may_come_before_its_total() -> None:
    more, total = extract(
        "Three more deaths were reported on Monday. The outbreak has killed 600 people."
    )
    assert more.adds_to == total.id
    assert total.adds_to is None
    _, deaths, _ = extract(
        "The clinic reported 88 new cases of cholera and three more deaths. The outbreak has killed 600 people."
    )
    assert deaths.adds_to is not None


def test_a_second_count_takes_the_verb_behind_it() -> None:
    told = read("The confirmed toll stood at 126 with another 188 injured.")
    assert told == [("killed", "126"), ("injured", "another 188")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Crews checked 560 houses the mayor said were destroyed.", [("buildings_destroyed", "560 houses")]),
        ("Around 400 people are thought to still be displaced.", [("displaced", "Around 400 people")]),
        ("They read out the names of 94 miners confirmed as missing.", [("missing", "94 miners")]),
        ("The bulletin gave 13 deaths, five people missing.", [("killed", "13 deaths"), ("missing", "five people")]),
        ("The number of injured rose towards 300.", [("injured", "300")]),
        ("The town lists 21 collapsed houses.", [("buildings_destroyed", "21 collapsed houses")]),
        ("Two villages reported deaths.", []),
        ("Some border units suffered heavy damage.", []),
        ("Hail damaged 300 housing units.", [("buildings_damaged", "300 housing units")]),
        ("A dinghy with 45 migrants on board went missing.", [("missing", "45 migrants")]),
        ("A ferry with 31 people aboard was rescued off Tal.", [("rescued", "31 people")]),
        ("A dinghy vanished with 80 people aboard.", [("missing", "80 people")]),
        ("A ferry was rescued with 31 people on board.", [("rescued", "31 people")]),
        ("A convoy vanished with 80 people from the camp.", []),
        ("A bus was hit with 31 people aboard.", []),
        ("A bus with 31 people aboard was hit.", []),
        ("A dinghy with 45 people aboard sank and 12 are missing.", [("missing", "12")]),
        ("The hospital received the bodies of five children and 19 wounded people.",
         [("killed", "five children"), ("injured", "19 wounded people")]),
        ("The plane, carrying 62 passengers and six crew, crashed, killing everyone on board.",
         [("killed", "62 passengers"), ("killed", "six crew")]),
        ("In Lenia 3.7\n\nmillion people displaced", []),  # a picture's number, parted from its word
        ("The gunmen released 24 of the 60 pupils they had seized.",
         [("freed", "24 of the 60 pupils"), ("abducted", "60 pupils")]),
        ("Two of the 12 missing were rescued.", [("rescued", "Two of the 12"), ("missing", "12")]),
        ("Six climbers who had been missing turned up alive.", [("rescued", "Six climbers")]),
        ("Six climbers are missing and two were rescued.", [("missing", "Six climbers"), ("rescued", "two")]),
        ("Five of the dead were buried on Friday.", [("killed", "Five of the dead")]),
        ("Up to 30 people may have been buried.", [("trapped", "Up to 30 people")]),
        ("Some 26 health centres were damaged.", [("buildings_damaged", "Some 26 health centres")]),
        ("Four shelter centres were opened.", []),
        ("Nine guards died. The raiders, some 20 of them, fled on foot.", [("killed", "Nine guards")]),
        ("Nine of the 12 divers trapped below have been brought out alive.",
         [("rescued", "Nine of the 12 divers"), ("trapped", "12 divers")]),
        ("Some 40 barns were flattened and as many damaged.",
         [("buildings_destroyed", "Some 40 barns"), ("buildings_damaged", "as many")]),
        ("Neither driver was hurt.", []),
        ("The boat carried 90 pupils and many of those who drowned were boys.", []),
        ("The toll rose to 60, said Omar Deeb, head of the district.", [("killed", "60")]),
        ("They dug in 40 homes the mayor said were destroyed.", [("buildings_destroyed", "40 homes")]),
        ("Eleven other riders became injured.", [("injured", "Eleven other riders")]),
        ("She was one of six clerks wounded.", [("injured", "six clerks")]),
        ("Nine boys, two of them twins, were hurt.", [("injured", "Nine boys"), ("injured", "two of them")]),
        ("Eleven clerks died, two of them women.", [("killed", "Eleven clerks"), ("killed", "two of them")]),
        ("The fire killed 40 guests. One of them said the doors were shut.", [("killed", "40 guests")]),
        ("Nine men died. The injured, 23 of them, were flown out.",
         [("killed", "Nine men"), ("injured", "23 of them")]),
        ("All 72 riders aboard died.", [("killed", "72 riders")]),
        ("Eleven riders aboard the tram were hurt.", [("injured", "Eleven riders")]),
        ("Eleven clerks died and one of these blasts was heard in town.", [("killed", "Eleven clerks")]),
    ],
)  # fmt: skip
def test_what_stands_between_a_count_and_its_word(text: str, told: list[tuple[str, str]]) -> None:
    assert read(text) == told


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("At least 33 people are dead or missing.", []),
        ("Some 12 sailors were killed or went missing.", []),
        ("12 people were reported dead or missing.", []),
        ("12 dead and 3 missing.", [("killed", "12"), ("missing", "3")]),
        ("Nine are missing and feared dead.", [("missing", "Nine")]),
        ("Ten died and missing were four boys.", [("killed", "Ten")]),
    ],
)
def test_the_dead_and_the_missing_together_are_neither(
    text: str, figures: list[tuple[str, str]]
) -> None:
    assert read(text) == figures


def test_a_list_of_the_dead_is_no_total_and_its_parts() -> None:
    told = extract("The dead included three children, two women and a clerk.")
    assert [(f.quote, f.part_of, f.restates) for f in told] == [
        ("three children", None, None),
        ("two women and a clerk", None, None),
    ]


def test_a_toll_told_as_an_earlier_one_is_left_behind() -> None:
    now, before = extract("The toll rose to 78. It stood at 88 before the state lowered it.")
    assert (now.status, before.status) == ("asserted", "superseded")
    now, before = extract("The toll has risen to 54. Earlier that day it was 45.")
    assert (now.status, before.status) == ("asserted", "superseded")
    (told,) = extract("Earlier on Monday, officials said the toll had reached 12.")
    assert told.status == "asserted"


def test_a_part_may_end_the_text() -> None:
    whole, part = extract("Twelve people were killed, including two women")
    assert (whole.value, part.value, part.part_of) == (12, 2, whole.id)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("There were 970 casualties: 340 killed and 630 hurt.", {"340": "970 casualties", "630": "970 casualties"}),
        ("There were 970 casualties, 340 killed and 600 hurt.", {}),
        ("Eleven were taken to a clinic and three of these have died.", {"three of these": "Eleven"}),
        ("Three died Sunday, two Monday and one Tuesday.", {}),
        ("Five people were killed (two women and a boy) in Lesk.", {"two women and a boy": "Five people"}),
        ("Casualties: 5 killed (2 women, 1 boy), 17 hurt.", {"2 women": "5", "1 boy": "5"}),
        ("The toll was 23,700, with 20,213 dead in Lesk and over 3,500 in Orda.",
         {"20,213": "23,700", "over 3,500": "23,700"}),
        ("A blast killed 20. Fifteen of the dead were clerks and five were guards.",
         {"Fifteen of the dead": "20", "five": "20"}),
        ("There were 157 casualties reported, comprising 62 deaths and 95 injuries.",
         {"62 deaths": "157 casualties", "95 injuries": "157 casualties"}),
        ("Three of the five people shot have died.", {"Three of the five people": "five people"}),
        ("Six members of a family died; two boys were among the dead.", {"two boys": "Six members"}),
        ("There were 970 casualties in the north: 340 killed and 630 hurt.",
         {"340": "970 casualties", "630": "970 casualties"}),
        ("The dead were four clerks: two Swedes, a Finn and a Dane.",
         {"two Swedes": "four clerks", "a Finn and a Dane": "four clerks"}),
        ("Forty died, three from smoke.", {"three": "Forty"}),
        ("Forty were taken to a clinic, five with deep burns and six with cuts.", {"five": "Forty", "six": "Forty"}),
        ("Four were badly hurt and 12 with cuts were treated.", {}),
        ("Of the 15 who died, 11 were nurses.", {"11": "15"}),
        ("Of the 12 who fled, two died.", {}),
        ("Shells killed three in Lesk, two in Orda and one in Hale.", {}),
        ("Floods killed 13 people, nine in Lesk and four in Hale.", {"nine": "13 people", "four": "13 people"}),
        ("Nine of the 40 clerks killed were women.", {"Nine of the 40 clerks": "40 clerks"}),
        ("Nine of the dead were women. In all, 40 clerks died.", {"Nine of the dead": "40 clerks"}),
        ("Floods killed 40 clerks. Of those who were killed, nine were Danish.", {"nine": "40 clerks"}),
        ("Floods killed 40 clerks. Of the people who died, nine were women.", {"nine": "40 clerks"}),
        ("Floods killed 40 clerks. Among those who died were nine women.", {"nine women": "40 clerks"}),
        ("Floods killed 40 clerks. Of those who fled, nine were hurt.", {}),
        # counts by place make up most of the total
        ("The toll rose to 40. The number of deaths reached 22 in Lesk and 15 in Orda.", {"22": "40", "15": "40"}),
        ("Floods killed 40 people. Nine died in Lesk and 15 in Orda.", {"Nine": "40 people", "15": "40 people"}),
        ("A blast killed 40 people. Attacks killed 22 in Lesk and 15 in Orda.", {}),
        ("The quake killed 40 people in Hale. It killed 22 in Lesk and 15 in Orda.", {}),
        ("Floods killed 40 people. Nine died in Lesk and two in Orda.", {}),
        ("A leak sickened 46 pupils, none of whom is in danger.", {}),
        ("The raid killed 40, of whom 12 were cooks and nine women.", {"12": "40", "nine women": "40"}),
        ("Floods damaged 40 buildings, of which 12 are schools.", {"12": "40 buildings"}),
        ("The raid killed 40, of whom 12 were cooks and one an infant.", {"12": "40", "one": "40"}),
        ("The raid killed 40 people and drew 300 guards, of whom 12 were new.", {}),
        ("The raid killed 40. The bank has 90 clerks, of whom 12 are women.", {}),
        ("Killed: 40 (incl. 12 children).", {"12 children": "40"}),
        ("She killed two cooks, one who had sacked her, and hid.", {"one": "two cooks"}),
        ("Two cooks, one who was new, were killed.", {"one": "Two cooks"}),
        ("The blast killed one who stood near.", {}),
    ],
)  # fmt: skip
def test_parts_that_no_word_announces(text: str, parts: dict[str, str]) -> None:
    figures = extract(text)
    by_id = {f.id: f.quote for f in figures}
    assert {f.quote: by_id[f.part_of] for f in figures if f.part_of} == parts


def test_who_was_one_of_them_is_said_again() -> None:
    first, again = extract("One of the persons wounded was a student.")
    assert again.restates == first.id


def test_all_but_some_is_the_rest() -> None:
    (figure,) = extract("All but about 12 of the village's 300 homes were destroyed.")
    assert (figure.value, figure.qualifier) == (288, "about")


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("Twelve people died, two of them children.", {"two of them": ("child",)}),
        ("Twelve people died, two of whom were women.", {"two of whom": ("woman",)}),
        ("Three of the 12 dead were policemen.", {"Three of the 12": ("police",)}),
        ("Some 45 of those who died were women.", {"Some 45 of those": ("woman",)}),
        ("Half of those killed – 45 – were foreign nationals.", {"45": ("foreigner",)}),
        ("Of those who died, 45 were women and 20 elderly men.", {"45": ("woman",), "20 elderly men": ("elderly",)}),
        ("Two aid workers and two aid seekers were killed.", {"Two aid workers": ("aid_worker", "worker")}),
        ("Twelve people died, two of them police said.", {}),
    ],
)  # fmt: skip
def test_who_some_of_them_were(text: str, groups: dict[str, tuple[str, ...]]) -> None:
    assert {f.quote: f.groups for f in extract(text) if f.groups} == groups


def test_no_part_of_the_framer_hides_another_s_method() -> None:
    declared = {"of", "beside"}  # in Readings and VerbFrames, for those that call them
    owners: dict[str, list[str]] = {}
    for cls in Framer.__mro__[1:-1]:
        for name, value in vars(cls).items():
            if callable(value) and not name.startswith("__") and name not in declared:
                owners.setdefault(name, []).append(cls.__name__)
    assert {name: classes for name, classes in owners.items() if len(classes) > 1} == {}


@pytest.mark.parametrize(
    "text",
    [
        "The death toll was 27 and the number of injuries stood at 115.",
        "The governor revised the death toll to 27 from 30 and put the number of injuries at 115.",
    ],
)
def test_a_toll_ends_where_the_number_of_others_is_told(text: str) -> None:
    found = {f.value: f.category for f in extract(text)}
    assert (found[27], found[115]) == ("killed", "injured")


def test_counts_by_province_leave_their_noun_out() -> None:
    text = "The quake caused 394 deaths in the province of Lesk, 271 in the province of Orda and 13 in Hale."
    assert [f.value for f in extract(text)] == [394, 271, 13]


def test_a_short_month_ends_no_clause() -> None:
    text = (
        "The death toll from the Oct. 5 missile strike on a shop has risen to 52, including a boy."
    )
    assert [(f.value, bool(f.part_of)) for f in extract(text)] == [(52, False), (1, True)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The storm killed 33 people. It killed 21 people in Lesk, the mayor said. Twelve deaths were reported"
            " from other parts.",
            {"21 people": "33 people", "Twelve deaths": "33 people"},
        ),
        (
            "The quake killed 5,415 people. In Freedonia 3,703 died. In Lenia the toll stands at 1,712. Rebels said"
            " that 900 people died in their areas. The state counted 812 deaths.",
            {"3,703": "5,415 people", "1,712": "5,415 people", "900 people": "1,712", "812 deaths": "1,712"},
        ),
        ("Three people died. One died in Lesk. Two died in Orda.", {}),
        ("The storm killed 33 people. It killed 21 people in Lesk. The day after 13 people died.", {}),
    ],
)  # fmt: skip
def test_counts_of_neighbouring_sentences_that_come_to_the_total(
    text: str, parts: dict[str, str]
) -> None:
    figures = extract(text)
    by_id = {f.id: f.quote for f in figures}
    assert {f.quote: by_id[f.part_of] for f in figures if f.part_of} == parts


def test_others_whose_number_was_told_are_told_again() -> None:
    text = "A blast killed three and hurt twelve. The mayor was among the three dead. Another twelve people were hurt."
    assert extract(text)[-1].restates is not None
    again = extract(
        "Twelve people were hurt on Monday. Another twelve people were hurt on Tuesday."
    )[-1]
    assert again.restates is None
    assert again.adds_to is not None


def test_it_is_the_toll_just_named() -> None:
    text = 'Over 150 people were hurt. "I cannot give the exact toll, but it is about 60," police said.'
    told = [(f.category, f.value, f.status) for f in extract(text)]
    assert told == [
        ("injured", 150, "asserted"),
        ("killed", None, "not_known"),
        ("killed", 60, "asserted"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("June Hale, 40, was killed.", ["June Hale"]),
        ("Police said Jan Rook was stabbed to death.", ["Jan Rook"]),
        ("Last June Hale was hit and Dan Rook was killed.", ["Dan Rook"]),
        ("Since April Lesk was shelled and Dan Rook killed.", ["Dan Rook"]),
    ],
)
def test_months_that_are_forenames(text: str, names: list[str]) -> None:
    assert [f.quote for f in extract(text) if f.counted == "named"] == names


@pytest.mark.parametrize(
    "text",
    [
        "Forty people died, not 12 as first reported.",
        "The toll rose to 40, previously 12.",
        "The blast killed 40 people, up from 12.",
    ],
)
def test_left_behind(text: str) -> None:
    """A count that is said to be an earlier one is superseded."""
    now, before = sorted(extract(text), key=lambda f: -(f.low or 0))
    assert (now.low, now.status, before.low, before.status) == (40, "asserted", 12, "superseded")
