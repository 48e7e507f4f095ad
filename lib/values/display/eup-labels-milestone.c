/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/display/eup-labels.h"

const char * const eup_labels_milestone_kind[EUP_N_LANGUAGES][25] = {
  [EUP_LANGUAGE_BG] = {
    "Неизвестно", "Обявяване", "Консултация", "Предложение", "Позиция за преговори", "Договореност", "Приемане",
    "Одобряване", "Подписване", "Публикуване", "Влизане в сила", "Частично прилагане", "Прилагане",
    "Срок за транспониране", "Начало", "Доклад", "Цел", "Оттегляне", "Изтичане", "Събитие", "Препращане на комисия",
    "Разискване", "Гласуване", "Преговори", "Становище",
  },
  [EUP_LANGUAGE_CS] = {
    "Neznámý", "Oznámení", "Konzultace", "Návrh", "Vyjednávací postoj", "Dohoda", "Přijetí", "Potvrzení", "Podpis",
    "Vyhlášení", "Vstup v platnost", "Částečná použitelnost", "Použitelnost", "Lhůta pro provedení", "Spuštění",
    "Zpráva", "Cíl", "Stažení", "Skončení platnosti", "Událost", "Postoupení výboru", "Rozprava", "Hlasování",
    "Jednání", "Stanovisko",
  },
  [EUP_LANGUAGE_DA] = {
    "Ukendt", "Bebudelse", "Høring", "Forslag", "Forhandlingsposition", "Aftale", "Vedtagelse", "Godkendelse",
    "Undertegnelse", "Offentliggørelse", "Ikrafttræden", "Delvis anvendelse", "Anvendelse", "Frist for gennemførelse",
    "Start", "Rapport", "Mål", "Tilbagetrækning", "Udløb", "Begivenhed", "Henvisning til udvalg", "Forhandling",
    "Afstemning", "Forhandlinger", "Udtalelse",
  },
  [EUP_LANGUAGE_DE] = {
    "Unbekannt", "Ankündigung", "Konsultation", "Vorschlag", "Verhandlungsposition", "Einigung", "Annahme",
    "Billigung", "Unterzeichnung", "Veröffentlichung", "Inkrafttreten", "Teilweise Anwendung", "Anwendung",
    "Umsetzungsfrist", "Start", "Bericht", "Ziel", "Rücknahme", "Ablauf", "Ereignis", "Überweisung", "Aussprache",
    "Abstimmung", "Verhandlung", "Stellungnahme",
  },
  [EUP_LANGUAGE_EL] = {
    "Άγνωστο", "Ανακοίνωση", "Διαβούλευση", "Πρόταση", "Διαπραγματευτική θέση", "Συμφωνία", "Έκδοση", "Έγκριση",
    "Υπογραφή", "Δημοσίευση", "Έναρξη ισχύος", "Μερική εφαρμογή", "Εφαρμογή", "Προθεσμία μεταφοράς",
    "Έναρξη λειτουργίας", "Έκθεση", "Στόχος", "Απόσυρση", "Λήξη", "Γεγονός", "Παραπομπή", "Συζήτηση", "Ψηφοφορία",
    "Διαπραγμάτευση", "Γνώμη",
  },
  [EUP_LANGUAGE_ES] = {
    "Desconocido", "Anuncio", "Consulta", "Propuesta", "Posición de negociación", "Acuerdo", "Adopción", "Aprobación",
    "Firma", "Publicación", "Entrada en vigor", "Aplicación parcial", "Aplicación", "Plazo de transposición",
    "Puesta en marcha", "Informe", "Objetivo", "Retirada", "Expiración", "Acontecimiento", "Remisión", "Debate",
    "Votación", "Negociación", "Dictamen",
  },
  [EUP_LANGUAGE_ET] = {
    "Teadmata", "Väljakuulutamine", "Konsultatsioon", "Ettepanek", "Läbirääkimispositsioon", "Kokkulepe",
    "Vastuvõtmine", "Heakskiitmine", "Allakirjutamine", "Avaldamine", "Jõustumine", "Osaline kohaldamine",
    "Kohaldamine", "Ülevõtmise tähtaeg", "Käivitamine", "Aruanne", "Eesmärk", "Tagasivõtmine", "Kehtivuse lõppemine",
    "Sündmus", "Edastamine komisjonile", "Arutelu", "Hääletus", "Läbirääkimised", "Arvamus",
  },
  [EUP_LANGUAGE_FI] = {
    "Ei tiedossa", "Ilmoitus", "Kuuleminen", "Ehdotus", "Neuvottelukanta", "Yhteisymmärrys", "Hyväksyminen",
    "Vahvistaminen", "Allekirjoittaminen", "Julkaiseminen", "Voimaantulo", "Osittainen soveltaminen", "Soveltaminen",
    "Täytäntöönpanon määräaika", "Käynnistäminen", "Kertomus", "Tavoite", "Peruuttaminen", "Voimassaolon päättyminen",
    "Tapahtuma", "Lähettäminen valiokuntaan", "Keskustelu", "Äänestys", "Neuvottelu", "Lausunto",
  },
  [EUP_LANGUAGE_FR] = {
    "Inconnu", "Annonce", "Consultation", "Proposition", "Position de négociation", "Accord", "Adoption",
    "Approbation", "Signature", "Publication", "Entrée en vigueur", "Application partielle", "Application",
    "Échéance de transposition", "Lancement", "Rapport", "Objectif", "Retrait", "Expiration", "Événement",
    "Renvoi en commission", "Débat", "Vote", "Négociation", "Avis",
  },
  [EUP_LANGUAGE_GA] = {
    "Anaithnid", "Fógra", "Comhairliúchán", "Togra", "Seasamh caibidlíochta", "Comhaontú", "Glacadh", "Formhuiniú",
    "Síniú", "Foilsiú", "Teacht i bhfeidhm", "Feidhm pháirteach", "Feidhm", "Spriocdháta trasuite", "Seoladh",
    "Tuarascáil", "Sprioc", "Tarraingt siar", "Dul as feidhm", "Imeacht", "Tarchur", "Díospóireacht", "Vótáil",
    "Caibidlíocht", "Tuairim",
  },
  [EUP_LANGUAGE_HR] = {
    "Nepoznato", "Najava", "Savjetovanje", "Prijedlog", "Pregovaračko stajalište", "Dogovor", "Donošenje", "Potvrda",
    "Potpisivanje", "Objava", "Stupanje na snagu", "Djelomična primjena", "Primjena", "Rok za prenošenje",
    "Pokretanje", "Izvješće", "Cilj", "Povlačenje", "Istek", "Događaj", "Upućivanje odboru", "Rasprava", "Glasovanje",
    "Pregovori", "Mišljenje",
  },
  [EUP_LANGUAGE_HU] = {
    "Ismeretlen", "Bejelentés", "Konzultáció", "Javaslat", "Tárgyalási álláspont", "Megállapodás", "Elfogadás",
    "Jóváhagyás", "Aláírás", "Kihirdetés", "Hatálybalépés", "Részleges alkalmazás", "Alkalmazás",
    "Átültetési határidő", "Indulás", "Jelentés", "Cél", "Visszavonás", "Lejárat", "Esemény", "Bizottsághoz utalás",
    "Vita", "Szavazás", "Tárgyalás", "Vélemény",
  },
  [EUP_LANGUAGE_IT] = {
    "Sconosciuto", "Annuncio", "Consultazione", "Proposta", "Posizione negoziale", "Accordo", "Adozione",
    "Approvazione", "Firma", "Pubblicazione", "Entrata in vigore", "Applicazione parziale", "Applicazione",
    "Termine di recepimento", "Avvio", "Relazione", "Obiettivo", "Ritiro", "Scadenza", "Evento", "Deferimento",
    "Discussione", "Votazione", "Negoziato", "Parere",
  },
  [EUP_LANGUAGE_LT] = {
    "Nežinoma", "Paskelbimas", "Konsultacijos", "Pasiūlymas", "Derybų pozicija", "Susitarimas", "Priėmimas",
    "Patvirtinimas", "Pasirašymas", "Skelbimas oficialiajame leidinyje", "Įsigaliojimas", "Dalinis taikymas",
    "Taikymas", "Perkėlimo terminas", "Veiklos pradžia", "Ataskaita", "Tikslas", "Atsiėmimas", "Galiojimo pabaiga",
    "Įvykis", "Perdavimas komitetui", "Svarstymas", "Balsavimas", "Derybos", "Nuomonė",
  },
  [EUP_LANGUAGE_LV] = {
    "Nav zināms", "Izziņošana", "Apspriešana", "Priekšlikums", "Sarunu nostāja", "Vienošanās", "Pieņemšana",
    "Apstiprināšana", "Parakstīšana", "Publicēšana", "Stāšanās spēkā", "Daļēja piemērošana", "Piemērošana",
    "Transponēšanas termiņš", "Darbības sākums", "Ziņojums", "Mērķis", "Atsaukšana", "Termiņa beigas", "Notikums",
    "Nodošana komitejai", "Debates", "Balsojums", "Sarunas", "Atzinums",
  },
  [EUP_LANGUAGE_MT] = {
    "Mhux magħruf", "Tħabbira", "Konsultazzjoni", "Proposta", "Pożizzjoni tan-negozjati", "Ftehim", "Adozzjoni",
    "Approvazzjoni", "Iffirmar", "Pubblikazzjoni", "Dħul fis-seħħ", "Applikazzjoni parzjali", "Applikazzjoni",
    "Skadenza tat-traspożizzjoni", "Tnedija", "Rapport", "Mira", "Irtirar", "Skadenza", "Avveniment",
    "Riferiment lil kumitat", "Dibattitu", "Votazzjoni", "Negozjati", "Opinjoni",
  },
  [EUP_LANGUAGE_NL] = {
    "Onbekend", "Aankondiging", "Raadpleging", "Voorstel", "Onderhandelingspositie", "Akkoord", "Vaststelling",
    "Goedkeuring", "Ondertekening", "Bekendmaking", "Inwerkingtreding", "Gedeeltelijke toepassing", "Toepassing",
    "Omzettingstermijn", "Start", "Verslag", "Streefdoel", "Intrekking", "Verstrijken", "Gebeurtenis", "Verwijzing",
    "Debat", "Stemming", "Onderhandeling", "Advies",
  },
  [EUP_LANGUAGE_PL] = {
    "Nieznany", "Zapowiedź", "Konsultacje", "Wniosek", "Stanowisko negocjacyjne", "Porozumienie", "Przyjęcie",
    "Zatwierdzenie", "Podpisanie", "Publikacja", "Wejście w życie", "Częściowe stosowanie", "Stosowanie",
    "Termin transpozycji", "Uruchomienie", "Sprawozdanie", "Cel", "Wycofanie", "Wygaśnięcie", "Wydarzenie",
    "Skierowanie do komisji", "Debata", "Głosowanie", "Negocjacje", "Opinia",
  },
  [EUP_LANGUAGE_PT] = {
    "Desconhecido", "Anúncio", "Consulta", "Proposta", "Posição de negociação", "Acordo", "Adoção", "Aprovação",
    "Assinatura", "Publicação", "Entrada em vigor", "Aplicação parcial", "Aplicação", "Prazo de transposição",
    "Lançamento", "Relatório", "Meta", "Retirada", "Caducidade", "Acontecimento", "Consulta de comissão", "Debate",
    "Votação", "Negociação", "Parecer",
  },
  [EUP_LANGUAGE_RO] = {
    "Necunoscut", "Anunț", "Consultare", "Propunere", "Poziție de negociere", "Acord", "Adoptare", "Aprobare",
    "Semnare", "Publicare", "Intrare în vigoare", "Aplicare parțială", "Aplicare", "Termen de transpunere", "Lansare",
    "Raport", "Țintă", "Retragere", "Expirare", "Eveniment", "Sesizare", "Dezbatere", "Vot", "Negociere", "Aviz",
  },
  [EUP_LANGUAGE_SK] = {
    "Neznámy", "Oznámenie", "Konzultácia", "Návrh", "Rokovacia pozícia", "Dohoda", "Prijatie", "Potvrdenie",
    "Podpísanie", "Uverejnenie", "Nadobudnutie účinnosti", "Čiastočné uplatňovanie", "Uplatňovanie",
    "Lehota na transpozíciu", "Spustenie", "Správa", "Cieľ", "Stiahnutie", "Skončenie platnosti", "Udalosť",
    "Postúpenie výboru", "Rozprava", "Hlasovanie", "Rokovania", "Stanovisko",
  },
  [EUP_LANGUAGE_SL] = {
    "Neznano", "Napoved", "Posvetovanje", "Predlog", "Pogajalsko stališče", "Dogovor", "Sprejetje", "Potrditev",
    "Podpis", "Objava", "Začetek veljavnosti", "Delna uporaba", "Uporaba", "Rok za prenos", "Začetek delovanja",
    "Poročilo", "Cilj", "Umik", "Potek", "Dogodek", "Predložitev odboru", "Razprava", "Glasovanje", "Pogajanja",
    "Mnenje",
  },
  [EUP_LANGUAGE_SV] = {
    "Okänt", "Tillkännagivande", "Samråd", "Förslag", "Förhandlingsposition", "Överenskommelse", "Antagande",
    "Godkännande", "Undertecknande", "Offentliggörande", "Ikraftträdande", "Delvis tillämpning", "Tillämpning",
    "Frist för införlivande", "Start", "Rapport", "Mål", "Tillbakadragande", "Upphörande", "Händelse", "Hänvisning",
    "Debatt", "Omröstning", "Förhandling", "Yttrande",
  },
};

const char * const eup_labels_actor[EUP_N_LANGUAGES][9] = {
  [EUP_LANGUAGE_BG] = {
    "Неизвестно", "Европейска комисия", "Европейски парламент", "Съвет на Европейския съюз", "Европейски съвет",
    "Парламентът и Съветът", "Държави членки", "Агенция на ЕС", "Друго",
  },
  [EUP_LANGUAGE_CS] = {
    "Neznámý", "Evropská komise", "Evropský parlament", "Rada Evropské unie", "Evropská rada", "Parlament a Rada",
    "Členské státy", "Agentura EU", "Jiný",
  },
  [EUP_LANGUAGE_DA] = {
    "Ukendt", "Europa-Kommissionen", "Europa-Parlamentet", "Rådet for Den Europæiske Union", "Det Europæiske Råd",
    "Parlamentet og Rådet", "Medlemsstaterne", "EU-agentur", "Andre",
  },
  [EUP_LANGUAGE_DE] = {
    "Unbekannt", "Europäische Kommission", "Europäisches Parlament", "Rat der Europäischen Union", "Europäischer Rat",
    "Parlament und Rat", "Mitgliedstaaten", "EU-Agentur", "Andere",
  },
  [EUP_LANGUAGE_EL] = {
    "Άγνωστος", "Ευρωπαϊκή Επιτροπή", "Ευρωπαϊκό Κοινοβούλιο", "Συμβούλιο της Ευρωπαϊκής Ένωσης",
    "Ευρωπαϊκό Συμβούλιο", "Κοινοβούλιο και Συμβούλιο", "Κράτη μέλη", "Οργανισμός της ΕΕ", "Άλλος",
  },
  [EUP_LANGUAGE_ES] = {
    "Desconocido", "Comisión Europea", "Parlamento Europeo", "Consejo de la Unión Europea", "Consejo Europeo",
    "Parlamento y Consejo", "Estados miembros", "Agencia de la UE", "Otro",
  },
  [EUP_LANGUAGE_ET] = {
    "Teadmata", "Euroopa Komisjon", "Euroopa Parlament", "Euroopa Liidu Nõukogu", "Euroopa Ülemkogu",
    "Parlament ja nõukogu", "Liikmesriigid", "ELi amet", "Muu",
  },
  [EUP_LANGUAGE_FI] = {
    "Ei tiedossa", "Euroopan komissio", "Euroopan parlamentti", "Euroopan unionin neuvosto", "Eurooppa-neuvosto",
    "Parlamentti ja neuvosto", "Jäsenvaltiot", "EU:n virasto", "Muu",
  },
  [EUP_LANGUAGE_FR] = {
    "Inconnu", "Commission européenne", "Parlement européen", "Conseil de l’Union européenne", "Conseil européen",
    "Parlement et Conseil", "États membres", "Agence de l’UE", "Autre",
  },
  [EUP_LANGUAGE_GA] = {
    "Anaithnid", "An Coimisiún Eorpach", "Parlaimint na hEorpa", "Comhairle an Aontais Eorpaigh",
    "An Chomhairle Eorpach", "An Pharlaimint agus an Chomhairle", "Na Ballstáit", "Gníomhaireacht de chuid AE",
    "Eile",
  },
  [EUP_LANGUAGE_HR] = {
    "Nepoznato", "Europska komisija", "Europski parlament", "Vijeće Europske unije", "Europsko vijeće",
    "Parlament i Vijeće", "Države članice", "Agencija EU-a", "Drugo",
  },
  [EUP_LANGUAGE_HU] = {
    "Ismeretlen", "Európai Bizottság", "Európai Parlament", "Az Európai Unió Tanácsa", "Európai Tanács",
    "Parlament és Tanács", "Tagállamok", "Uniós ügynökség", "Egyéb",
  },
  [EUP_LANGUAGE_IT] = {
    "Sconosciuto", "Commissione europea", "Parlamento europeo", "Consiglio dell’Unione europea", "Consiglio europeo",
    "Parlamento e Consiglio", "Stati membri", "Agenzia dell’UE", "Altro",
  },
  [EUP_LANGUAGE_LT] = {
    "Nežinoma", "Europos Komisija", "Europos Parlamentas", "Europos Sąjungos Taryba", "Europos Vadovų Taryba",
    "Parlamentas ir Taryba", "Valstybės narės", "ES agentūra", "Kita",
  },
  [EUP_LANGUAGE_LV] = {
    "Nav zināms", "Eiropas Komisija", "Eiropas Parlaments", "Eiropas Savienības Padome", "Eiropadome",
    "Parlaments un Padome", "Dalībvalstis", "ES aģentūra", "Cits",
  },
  [EUP_LANGUAGE_MT] = {
    "Mhux magħruf", "Il-Kummissjoni Ewropea", "Il-Parlament Ewropew", "Il-Kunsill tal-Unjoni Ewropea",
    "Il-Kunsill Ewropew", "Il-Parlament u l-Kunsill", "L-Istati Membri", "Aġenzija tal-UE", "Oħrajn",
  },
  [EUP_LANGUAGE_NL] = {
    "Onbekend", "Europese Commissie", "Europees Parlement", "Raad van de Europese Unie", "Europese Raad",
    "Parlement en Raad", "Lidstaten", "EU-agentschap", "Andere",
  },
  [EUP_LANGUAGE_PL] = {
    "Nieznany", "Komisja Europejska", "Parlament Europejski", "Rada Unii Europejskiej", "Rada Europejska",
    "Parlament i Rada", "Państwa członkowskie", "Agencja UE", "Inny",
  },
  [EUP_LANGUAGE_PT] = {
    "Desconhecido", "Comissão Europeia", "Parlamento Europeu", "Conselho da União Europeia", "Conselho Europeu",
    "Parlamento e Conselho", "Estados-Membros", "Agência da UE", "Outro",
  },
  [EUP_LANGUAGE_RO] = {
    "Necunoscut", "Comisia Europeană", "Parlamentul European", "Consiliul Uniunii Europene", "Consiliul European",
    "Parlamentul și Consiliul", "Statele membre", "Agenție a UE", "Altul",
  },
  [EUP_LANGUAGE_SK] = {
    "Neznámy", "Európska komisia", "Európsky parlament", "Rada Európskej únie", "Európska rada", "Parlament a Rada",
    "Členské štáty", "Agentúra EÚ", "Iný",
  },
  [EUP_LANGUAGE_SL] = {
    "Neznano", "Evropska komisija", "Evropski parlament", "Svet Evropske unije", "Evropski svet", "Parlament in Svet",
    "Države članice", "Agencija EU", "Drugo",
  },
  [EUP_LANGUAGE_SV] = {
    "Okänt", "Europeiska kommissionen", "Europaparlamentet", "Europeiska unionens råd", "Europeiska rådet",
    "Parlamentet och rådet", "Medlemsstaterna", "EU-byrå", "Annan",
  },
};
