/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/display/eup-labels.h"

const char * const eup_labels_instrument[EUP_N_LANGUAGES][21] = {
  [EUP_LANGUAGE_BG] = {
    "Неизвестно", "Ангажимент", "Стратегия", "План за действие", "Съобщение", "Бяла книга", "Регламент", "Директива",
    "Решение", "Законодателен акт", "Препоръка", "Споразумение", "Декларация", "Програма", "Фонд", "Орган",
    "Партньорство", "Кодекс за поведение", "Пакет", "Информационна система", "Друго",
  },
  [EUP_LANGUAGE_CS] = {
    "Neznámý", "Závazek", "Strategie", "Akční plán", "Sdělení", "Bílá kniha", "Nařízení", "Směrnice", "Rozhodnutí",
    "Legislativní akt", "Doporučení", "Dohoda", "Prohlášení", "Program", "Fond", "Subjekt", "Partnerství",
    "Kodex zásad", "Balíček", "Informační systém", "Jiné",
  },
  [EUP_LANGUAGE_DA] = {
    "Ukendt", "Tilsagn", "Strategi", "Handlingsplan", "Meddelelse", "Hvidbog", "Forordning", "Direktiv", "Afgørelse",
    "Lovgivningsmæssig retsakt", "Henstilling", "Aftale", "Erklæring", "Program", "Fond", "Organ", "Partnerskab",
    "Adfærdskodeks", "Pakke", "Informationssystem", "Andet",
  },
  [EUP_LANGUAGE_DE] = {
    "Unbekannt", "Zusage", "Strategie", "Aktionsplan", "Mitteilung", "Weißbuch", "Verordnung", "Richtlinie",
    "Beschluss", "Gesetzgebungsakt", "Empfehlung", "Abkommen", "Erklärung", "Programm", "Fonds", "Einrichtung",
    "Partnerschaft", "Verhaltenskodex", "Paket", "Informationssystem", "Sonstiges",
  },
  [EUP_LANGUAGE_EL] = {
    "Άγνωστο", "Δέσμευση", "Στρατηγική", "Σχέδιο δράσης", "Ανακοίνωση", "Λευκή Βίβλος", "Κανονισμός", "Οδηγία",
    "Απόφαση", "Νομοθετική πράξη", "Σύσταση", "Συμφωνία", "Δήλωση", "Πρόγραμμα", "Ταμείο", "Φορέας", "Εταιρική σχέση",
    "Κώδικας πρακτικής", "Δέσμη μέτρων", "Σύστημα πληροφοριών", "Άλλο",
  },
  [EUP_LANGUAGE_ES] = {
    "Desconocido", "Compromiso", "Estrategia", "Plan de acción", "Comunicación", "Libro Blanco", "Reglamento",
    "Directiva", "Decisión", "Acto legislativo", "Recomendación", "Acuerdo", "Declaración", "Programa", "Fondo",
    "Organismo", "Asociación", "Código de buenas prácticas", "Paquete", "Sistema de información", "Otro",
  },
  [EUP_LANGUAGE_ET] = {
    "Teadmata", "Kohustus", "Strateegia", "Tegevuskava", "Teatis", "Valge raamat", "Määrus", "Direktiiv", "Otsus",
    "Seadusandlik akt", "Soovitus", "Kokkulepe", "Deklaratsioon", "Programm", "Fond", "Asutus", "Partnerlus",
    "Tegevusjuhend", "Pakett", "Infosüsteem", "Muu",
  },
  [EUP_LANGUAGE_FI] = {
    "Ei tiedossa", "Sitoumus", "Strategia", "Toimintasuunnitelma", "Tiedonanto", "Valkoinen kirja", "Asetus",
    "Direktiivi", "Päätös", "Lainsäätämisjärjestyksessä hyväksyttävä säädös", "Suositus", "Sopimus", "Julkilausuma",
    "Ohjelma", "Rahasto", "Elin", "Kumppanuus", "Käytännesäännöt", "Paketti", "Tietojärjestelmä", "Muu",
  },
  [EUP_LANGUAGE_FR] = {
    "Inconnu", "Engagement", "Stratégie", "Plan d’action", "Communication", "Livre blanc", "Règlement", "Directive",
    "Décision", "Acte législatif", "Recommandation", "Accord", "Déclaration", "Programme", "Fonds", "Organisme",
    "Partenariat", "Code de bonnes pratiques", "Paquet", "Système d’information", "Autre",
  },
  [EUP_LANGUAGE_GA] = {
    "Anaithnid", "Gealltanas", "Straitéis", "Plean gníomhaíochta", "Teachtaireacht", "Páipéar Bán", "Rialachán",
    "Treoir", "Cinneadh", "Gníomh reachtach", "Moladh", "Comhaontú", "Dearbhú", "Clár", "Ciste", "Comhlacht",
    "Comhpháirtíocht", "Cód cleachtais", "Pacáiste", "Córas faisnéise", "Eile",
  },
  [EUP_LANGUAGE_HR] = {
    "Nepoznato", "Obveza", "Strategija", "Akcijski plan", "Komunikacija", "Bijela knjiga", "Uredba", "Direktiva",
    "Odluka", "Zakonodavni akt", "Preporuka", "Sporazum", "Izjava", "Program", "Fond", "Tijelo", "Partnerstvo",
    "Kodeks prakse", "Paket", "Informacijski sustav", "Drugo",
  },
  [EUP_LANGUAGE_HU] = {
    "Ismeretlen", "Kötelezettségvállalás", "Stratégia", "Cselekvési terv", "Közlemény", "Fehér könyv", "Rendelet",
    "Irányelv", "Határozat", "Jogalkotási aktus", "Ajánlás", "Megállapodás", "Nyilatkozat", "Program", "Alap",
    "Szerv", "Partnerség", "Gyakorlati kódex", "Csomag", "Információs rendszer", "Egyéb",
  },
  [EUP_LANGUAGE_IT] = {
    "Sconosciuto", "Impegno", "Strategia", "Piano d’azione", "Comunicazione", "Libro bianco", "Regolamento",
    "Direttiva", "Decisione", "Atto legislativo", "Raccomandazione", "Accordo", "Dichiarazione", "Programma", "Fondo",
    "Organismo", "Partenariato", "Codice di buone pratiche", "Pacchetto", "Sistema di informazione", "Altro",
  },
  [EUP_LANGUAGE_LT] = {
    "Nežinoma", "Įsipareigojimas", "Strategija", "Veiksmų planas", "Komunikatas", "Baltoji knyga", "Reglamentas",
    "Direktyva", "Sprendimas", "Teisėkūros procedūra priimamas aktas", "Rekomendacija", "Susitarimas", "Deklaracija",
    "Programa", "Fondas", "Įstaiga", "Partnerystė", "Praktikos kodeksas", "Dokumentų rinkinys", "Informacinė sistema",
    "Kita",
  },
  [EUP_LANGUAGE_LV] = {
    "Nav zināms", "Apņemšanās", "Stratēģija", "Rīcības plāns", "Paziņojums", "Baltā grāmata", "Regula", "Direktīva",
    "Lēmums", "Leģislatīvs akts", "Ieteikums", "Nolīgums", "Deklarācija", "Programma", "Fonds", "Struktūra",
    "Partnerība", "Prakses kodekss", "Tiesību aktu kopums", "Informācijas sistēma", "Cits",
  },
  [EUP_LANGUAGE_MT] = {
    "Mhux magħruf", "Impenn", "Strateġija", "Pjan ta’ azzjoni", "Komunikazzjoni", "White Paper", "Regolament",
    "Direttiva", "Deċiżjoni", "Att leġiżlattiv", "Rakkomandazzjoni", "Ftehim", "Dikjarazzjoni", "Programm", "Fond",
    "Korp", "Sħubija", "Kodiċi ta’ prattika", "Pakkett", "Sistema tal-informazzjoni", "Oħrajn",
  },
  [EUP_LANGUAGE_NL] = {
    "Onbekend", "Toezegging", "Strategie", "Actieplan", "Mededeling", "Witboek", "Verordening", "Richtlijn",
    "Besluit", "Wetgevingshandeling", "Aanbeveling", "Overeenkomst", "Verklaring", "Programma", "Fonds", "Orgaan",
    "Partnerschap", "Praktijkcode", "Pakket", "Informatiesysteem", "Andere",
  },
  [EUP_LANGUAGE_PL] = {
    "Nieznany", "Zobowiązanie", "Strategia", "Plan działania", "Komunikat", "Biała księga", "Rozporządzenie",
    "Dyrektywa", "Decyzja", "Akt ustawodawczy", "Zalecenie", "Porozumienie", "Deklaracja", "Program", "Fundusz",
    "Organ", "Partnerstwo", "Kodeks postępowania", "Pakiet", "System informacyjny", "Inny",
  },
  [EUP_LANGUAGE_PT] = {
    "Desconhecido", "Compromisso", "Estratégia", "Plano de ação", "Comunicação", "Livro branco", "Regulamento",
    "Diretiva", "Decisão", "Ato legislativo", "Recomendação", "Acordo", "Declaração", "Programa", "Fundo",
    "Organismo", "Parceria", "Código de conduta", "Pacote", "Sistema de informação", "Outro",
  },
  [EUP_LANGUAGE_RO] = {
    "Necunoscut", "Angajament", "Strategie", "Plan de acțiune", "Comunicare", "Carte albă", "Regulament", "Directivă",
    "Decizie", "Act legislativ", "Recomandare", "Acord", "Declarație", "Program", "Fond", "Organism", "Parteneriat",
    "Cod de bune practici", "Pachet", "Sistem informatic", "Altul",
  },
  [EUP_LANGUAGE_SK] = {
    "Neznámy", "Záväzok", "Stratégia", "Akčný plán", "Oznámenie", "Biela kniha", "Nariadenie", "Smernica",
    "Rozhodnutie", "Legislatívny akt", "Odporúčanie", "Dohoda", "Vyhlásenie", "Program", "Fond", "Orgán",
    "Partnerstvo", "Kódex postupov", "Balík", "Informačný systém", "Iné",
  },
  [EUP_LANGUAGE_SL] = {
    "Neznano", "Zaveza", "Strategija", "Akcijski načrt", "Sporočilo", "Bela knjiga", "Uredba", "Direktiva", "Sklep",
    "Zakonodajni akt", "Priporočilo", "Sporazum", "Izjava", "Program", "Sklad", "Organ", "Partnerstvo",
    "Kodeks ravnanja", "Sveženj", "Informacijski sistem", "Drugo",
  },
  [EUP_LANGUAGE_SV] = {
    "Okänt", "Åtagande", "Strategi", "Handlingsplan", "Meddelande", "Vitbok", "Förordning", "Direktiv", "Beslut",
    "Lagstiftningsakt", "Rekommendation", "Avtal", "Förklaring", "Program", "Fond", "Organ", "Partnerskap",
    "Uppförandekod", "Paket", "Informationssystem", "Annat",
  },
};
