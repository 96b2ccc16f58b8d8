import type { WordNumbers } from '../sealed/words.ts'

/*
 * 256 words a language, for reading aloud: things a child knows, and hardly two that sound alike. A number from 0 to 255
 * is always the same word, so the lists are never reordered.
 */

const nl =
  'appel aap arm auto avond baard bad bal band bank bed been beer berg bijl blad blik bloem boek boer bok ' +
  'boom boon boot bord bos brief bril broek brood brug bus dag dak deeg deken deur dier doek dorp doos ' +
  'draad druif duif duim ei eiland emmer engel erwt ezel feest fiets film fles fluit fornuis foto gans ' +
  'garen gat geit geld gitaar glas goud gras grot haai haak haar hamer hand haven heg hek hemd herfst ' +
  'heuvel hoed hond honing hooi hoorn hotel huid huis hut ijs jas jam juf kaars kaas kamer kano kat kast ' +
  'ketting kerk keuken kin kip kist klok knie knoop koe koek koffie koning kopje koor kraan krant kroon ' +
  'kruk kuil kwast laars lamp land lepel ladder leeuw lente lint lip lucht maan mand mantel markt mast melk ' +
  'meer meeuw mes mier mol mond motor muis mug munt muur muts naald nacht nest net neus noot oever oma oog ' +
  'oven paard pan park parel pen pijp plank plant ploeg pop poort poes post prins pruim raam rat regen ring ' +
  'rivier rok roos rots rug sap schaap schaar schip schoen school slak slang sleutel slot sneeuw soep ' +
  'spiegel spin spons stal steen ster stoel straat storm strand suiker taart tafel tak tand tas tent thee ' +
  'tijger toren touw trap trein trom tuin uil vaas veer veld vest vijver vis vlag vlieg vlinder vloer vogel ' +
  'voet vork vos vuur wagen wand weg wiel wind winter wol wolf wolk worm wortel zaag zak zand zee zeep zeil ' +
  'zomer zon zout zwaan zebra'

const en =
  'apple arm baby ball banana bank barn basket bath beach bear bed bee belt bench berry bike bird block ' +
  'boat body bone book boot bottle box bread brick bridge broom brush bucket bus bush butter button cake ' +
  'camel camp candle car card carpet carrot castle cat chain chair cheese cherry chest chicken church ' +
  'circle city clock cloud coat coffee coin cook corn cow crab crown cup curtain dance desk dog doll donkey ' +
  'door dragon dress drum duck eagle earth egg elbow engine face farm feather fence field film finger fire ' +
  'fish flag floor flower flute fly foot forest fork fox frog fruit game garden gate ghost gift glass glove ' +
  'goat gold goose grape grass guitar hair hammer hand harbour heart honey hook horn horse hotel house ice ' +
  'island jacket jar juice key king kitchen kite knee knife ladder lake lamp leaf lemon letter lion map ' +
  'market mask milk mirror money monkey moon morning mouse mouth mountain music nail neck needle nest nose ' +
  'onion oven owl paint palm paper park peach pencil pepper piano pig pillow pipe plant plate pocket pond ' +
  'potato prince queen rabbit radio rain ring river road roof room rose salt sand saw school scissors ' +
  'shadow sheep shelf ship shirt shoe silver sister skirt sky snail snake snow soap soup spider spoon ' +
  'square stairs star station stone storm street sugar summer sun swan table tent thumb tiger tomato tooth ' +
  'towel tower town train tree truck tunnel turtle uncle vase village violin wagon wall watch water wheel ' +
  'whistle wind window wing winter wolf yard zebra'

const lists: Readonly<Record<string, readonly string[]>> = { nl: nl.split(' '), en: en.split(' ') }

/** The words of these numbers, in this language; in Dutch where there is no list. */
export function sayWords(numbers: WordNumbers, locale: string): readonly string[] {
  const list = (Object.hasOwn(lists, locale) ? lists[locale] : lists['nl']) ?? []
  return numbers.map((number) => list[number] ?? '')
}
