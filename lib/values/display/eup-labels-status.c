/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/display/eup-labels.h"

const char * const eup_labels_status[EUP_N_LANGUAGES][13] = {
  [EUP_LANGUAGE_BG] = {
    "Неизвестно", "Обявено", "Предложено", "В процес на преговори", "Договорено", "Прието", "В сила", "Прилага се",
    "В ход", "Завършено", "Спряно временно", "Оттеглено", "Изтекло",
  },
  [EUP_LANGUAGE_CS] = {
    "Neznámý", "Oznámeno", "Navrženo", "V jednání", "Dohodnuto", "Přijato", "V platnosti", "Používá se", "Probíhá",
    "Dokončeno", "Pozastaveno", "Staženo", "Skončila platnost",
  },
  [EUP_LANGUAGE_DA] = {
    "Ukendt", "Bebudet", "Foreslået", "Under forhandling", "Enighed opnået", "Vedtaget", "I kraft",
    "Finder anvendelse", "I gang", "Afsluttet", "Sat i bero", "Trukket tilbage", "Udløbet",
  },
  [EUP_LANGUAGE_DE] = {
    "Unbekannt", "Angekündigt", "Vorgeschlagen", "In Verhandlung", "Vereinbart", "Angenommen", "In Kraft",
    "Anwendbar", "Laufend", "Abgeschlossen", "Ausgesetzt", "Zurückgezogen", "Ausgelaufen",
  },
  [EUP_LANGUAGE_EL] = {
    "Άγνωστη", "Ανακοινώθηκε", "Προτάθηκε", "Υπό διαπραγμάτευση", "Συμφωνήθηκε", "Εγκρίθηκε", "Σε ισχύ",
    "Εφαρμόζεται", "Σε εξέλιξη", "Ολοκληρώθηκε", "Σε αναστολή", "Αποσύρθηκε", "Έληξε",
  },
  [EUP_LANGUAGE_ES] = {
    "Desconocido", "Anunciado", "Propuesto", "En negociación", "Acordado", "Adoptado", "En vigor", "Aplicable",
    "En curso", "Finalizado", "En suspenso", "Retirado", "Expirado",
  },
  [EUP_LANGUAGE_ET] = {
    "Teadmata", "Välja kuulutatud", "Ette pandud", "Läbirääkimisel", "Kokku lepitud", "Vastu võetud", "Jõus",
    "Kohaldatakse", "Käimas", "Lõpetatud", "Peatatud", "Tagasi võetud", "Kehtetu",
  },
  [EUP_LANGUAGE_FI] = {
    "Ei tiedossa", "Ilmoitettu", "Ehdotettu", "Neuvoteltavana", "Sovittu", "Hyväksytty", "Voimassa", "Sovelletaan",
    "Käynnissä", "Valmis", "Keskeytetty", "Peruutettu", "Päättynyt",
  },
  [EUP_LANGUAGE_FR] = {
    "Inconnu", "Annoncé", "Proposé", "En négociation", "Convenu", "Adopté", "En vigueur", "Appliqué", "En cours",
    "Achevé", "En suspens", "Retiré", "Expiré",
  },
  [EUP_LANGUAGE_GA] = {
    "Anaithnid", "Fógartha", "Molta", "Faoi chaibidlíocht", "Comhaontaithe", "Glactha", "I bhfeidhm",
    "Á chur i bhfeidhm", "Ar siúl", "Críochnaithe", "Ar fionraí", "Tarraingthe siar", "As feidhm",
  },
  [EUP_LANGUAGE_HR] = {
    "Nepoznato", "Najavljeno", "Predloženo", "U pregovorima", "Dogovoreno", "Doneseno", "Na snazi", "Primjenjuje se",
    "U tijeku", "Dovršeno", "Na čekanju", "Povučeno", "Isteklo",
  },
  [EUP_LANGUAGE_HU] = {
    "Ismeretlen", "Bejelentve", "Javasolva", "Tárgyalás alatt", "Megállapodás született", "Elfogadva", "Hatályos",
    "Alkalmazandó", "Folyamatban", "Befejezve", "Felfüggesztve", "Visszavonva", "Lejárt",
  },
  [EUP_LANGUAGE_IT] = {
    "Sconosciuto", "Annunciato", "Proposto", "In negoziazione", "Concordato", "Adottato", "In vigore", "Applicabile",
    "In corso", "Completato", "In sospeso", "Ritirato", "Scaduto",
  },
  [EUP_LANGUAGE_LT] = {
    "Nežinoma", "Paskelbta", "Pasiūlyta", "Deramasi", "Susitarta", "Priimta", "Galioja", "Taikoma", "Vykdoma",
    "Baigta", "Sustabdyta", "Atsiimta", "Nebegalioja",
  },
  [EUP_LANGUAGE_LV] = {
    "Nav zināms", "Izziņots", "Ierosināts", "Sarunās", "Panākta vienošanās", "Pieņemts", "Spēkā", "Piemēro",
    "Norisinās", "Pabeigts", "Apturēts", "Atsaukts", "Beidzies",
  },
  [EUP_LANGUAGE_MT] = {
    "Mhux magħruf", "Imħabbar", "Propost", "Qed jiġi nnegozjat", "Miftiehem", "Adottat", "Fis-seħħ", "Applikat",
    "Għaddej", "Komplut", "Sospiż", "Irtirat", "Skadut",
  },
  [EUP_LANGUAGE_NL] = {
    "Onbekend", "Aangekondigd", "Voorgesteld", "In onderhandeling", "Overeengekomen", "Vastgesteld", "Van kracht",
    "Van toepassing", "Lopend", "Voltooid", "Opgeschort", "Ingetrokken", "Verstreken",
  },
  [EUP_LANGUAGE_PL] = {
    "Nieznany", "Zapowiedziano", "Zaproponowano", "W trakcie negocjacji", "Uzgodniono", "Przyjęto", "Obowiązuje",
    "Stosuje się", "W toku", "Zakończono", "Wstrzymano", "Wycofano", "Wygasło",
  },
  [EUP_LANGUAGE_PT] = {
    "Desconhecido", "Anunciado", "Proposto", "Em negociação", "Acordado", "Adotado", "Em vigor", "Aplicável",
    "Em curso", "Concluído", "Suspenso", "Retirado", "Caducado",
  },
  [EUP_LANGUAGE_RO] = {
    "Necunoscut", "Anunțat", "Propus", "În negociere", "Convenit", "Adoptat", "În vigoare", "Aplicabil", "În curs",
    "Finalizat", "În așteptare", "Retras", "Expirat",
  },
  [EUP_LANGUAGE_SK] = {
    "Neznáme", "Oznámené", "Navrhnuté", "V rokovaní", "Dohodnuté", "Prijaté", "V platnosti", "Uplatňuje sa",
    "Prebieha", "Dokončené", "Pozastavené", "Stiahnuté", "Platnosť sa skončila",
  },
  [EUP_LANGUAGE_SL] = {
    "Neznano", "Napovedano", "Predlagano", "V pogajanjih", "Dogovorjeno", "Sprejeto", "V veljavi", "Se uporablja",
    "V teku", "Zaključeno", "Začasno ustavljeno", "Umaknjeno", "Poteklo",
  },
  [EUP_LANGUAGE_SV] = {
    "Okänt", "Tillkännagivet", "Föreslaget", "Under förhandling", "Överenskommet", "Antaget", "I kraft", "Tillämpas",
    "Pågående", "Slutfört", "Vilande", "Tillbakadraget", "Upphört",
  },
};

const char * const eup_labels_milestone_state[EUP_N_LANGUAGES][6] = {
  [EUP_LANGUAGE_BG] = {
    "Неизвестно", "Очаквано", "Постигнато", "Пропуснато", "Отложено", "Отменено",
  },
  [EUP_LANGUAGE_CS] = {
    "Neznámý", "Očekáváno", "Dosaženo", "Nedosaženo", "Odloženo", "Zrušeno",
  },
  [EUP_LANGUAGE_DA] = {
    "Ukendt", "Forventet", "Nået", "Ikke nået", "Udskudt", "Aflyst",
  },
  [EUP_LANGUAGE_DE] = {
    "Unbekannt", "Erwartet", "Erreicht", "Verfehlt", "Verschoben", "Abgesagt",
  },
  [EUP_LANGUAGE_EL] = {
    "Άγνωστη", "Αναμένεται", "Επιτεύχθηκε", "Δεν επιτεύχθηκε", "Μετατέθηκε", "Ακυρώθηκε",
  },
  [EUP_LANGUAGE_ES] = {
    "Desconocido", "Previsto", "Alcanzado", "Incumplido", "Reprogramado", "Cancelado",
  },
  [EUP_LANGUAGE_ET] = {
    "Teadmata", "Oodatav", "Saavutatud", "Saavutamata", "Edasi lükatud", "Tühistatud",
  },
  [EUP_LANGUAGE_FI] = {
    "Ei tiedossa", "Odotettavissa", "Saavutettu", "Ei toteutunut", "Siirretty", "Peruttu",
  },
  [EUP_LANGUAGE_FR] = {
    "Inconnu", "Attendu", "Atteint", "Manqué", "Reporté", "Annulé",
  },
  [EUP_LANGUAGE_GA] = {
    "Anaithnid", "Ag súil leis", "Bainte amach", "Caillte", "Curtha ar athlá", "Curtha ar ceal",
  },
  [EUP_LANGUAGE_HR] = {
    "Nepoznato", "Očekuje se", "Ostvareno", "Propušteno", "Odgođeno", "Otkazano",
  },
  [EUP_LANGUAGE_HU] = {
    "Ismeretlen", "Várható", "Teljesült", "Elmaradt", "Elhalasztva", "Törölve",
  },
  [EUP_LANGUAGE_IT] = {
    "Sconosciuto", "Previsto", "Raggiunto", "Mancato", "Rinviato", "Annullato",
  },
  [EUP_LANGUAGE_LT] = {
    "Nežinoma", "Numatoma", "Pasiekta", "Nepasiekta", "Atidėta", "Atšaukta",
  },
  [EUP_LANGUAGE_LV] = {
    "Nav zināms", "Gaidāms", "Sasniegts", "Nokavēts", "Pārcelts", "Atcelts",
  },
  [EUP_LANGUAGE_MT] = {
    "Mhux magħruf", "Mistenni", "Milħuq", "Mhux milħuq", "Pospost", "Ikkanċellat",
  },
  [EUP_LANGUAGE_NL] = {
    "Onbekend", "Verwacht", "Bereikt", "Gemist", "Verplaatst", "Geannuleerd",
  },
  [EUP_LANGUAGE_PL] = {
    "Nieznany", "Oczekiwane", "Osiągnięte", "Nieosiągnięte", "Przesunięty", "Odwołany",
  },
  [EUP_LANGUAGE_PT] = {
    "Desconhecido", "Previsto", "Alcançado", "Não cumprido", "Adiado", "Cancelado",
  },
  [EUP_LANGUAGE_RO] = {
    "Necunoscut", "Preconizat", "Atins", "Ratat", "Amânat", "Anulat",
  },
  [EUP_LANGUAGE_SK] = {
    "Neznáme", "Očakávané", "Dosiahnuté", "Nedosiahnuté", "Odložené", "Zrušené",
  },
  [EUP_LANGUAGE_SL] = {
    "Neznano", "Pričakovano", "Doseženo", "Zamujeno", "Prestavljeno", "Odpovedano",
  },
  [EUP_LANGUAGE_SV] = {
    "Okänt", "Väntat", "Uppnått", "Missat", "Flyttat", "Inställt",
  },
};

const char * const eup_labels_confidence[EUP_N_LANGUAGES][4] = {
  [EUP_LANGUAGE_BG] = {
    "Неизвестно", "Официално заявено", "Съобщено", "Непроверено",
  },
  [EUP_LANGUAGE_CS] = {
    "Neznámá", "Úředně uvedeno", "Podle zpráv", "Neověřeno",
  },
  [EUP_LANGUAGE_DA] = {
    "Ukendt", "Officielt oplyst", "Ifølge andre kilder", "Ikke kontrolleret",
  },
  [EUP_LANGUAGE_DE] = {
    "Unbekannt", "Amtlich festgestellt", "Berichtet", "Ungeprüft",
  },
  [EUP_LANGUAGE_EL] = {
    "Άγνωστη", "Επίσημα δηλωμένο", "Αναφερόμενο", "Μη επαληθευμένο",
  },
  [EUP_LANGUAGE_ES] = {
    "Desconocida", "Declarado oficialmente", "Según otras fuentes", "Sin verificar",
  },
  [EUP_LANGUAGE_ET] = {
    "Teadmata", "Ametlikult esitatud", "Teatatud", "Kontrollimata",
  },
  [EUP_LANGUAGE_FI] = {
    "Ei tiedossa", "Virallisesti ilmoitettu", "Muiden ilmoittama", "Tarkistamaton",
  },
  [EUP_LANGUAGE_FR] = {
    "Inconnue", "Déclaré officiellement", "Rapporté", "Non vérifié",
  },
  [EUP_LANGUAGE_GA] = {
    "Anaithnid", "Luaite go hoifigiúil", "Tuairiscithe", "Gan fíorú",
  },
  [EUP_LANGUAGE_HR] = {
    "Nepoznato", "Službeno navedeno", "Prema drugim izvorima", "Neprovjereno",
  },
  [EUP_LANGUAGE_HU] = {
    "Ismeretlen", "Hivatalosan közölt", "Más forrás szerint", "Ellenőrizetlen",
  },
  [EUP_LANGUAGE_IT] = {
    "Sconosciuta", "Dichiarato ufficialmente", "Riferito", "Non verificato",
  },
  [EUP_LANGUAGE_LT] = {
    "Nežinoma", "Oficialiai nurodyta", "Pranešta", "Nepatikrinta",
  },
  [EUP_LANGUAGE_LV] = {
    "Nav zināms", "Oficiāli norādīts", "Ziņots", "Nepārbaudīts",
  },
  [EUP_LANGUAGE_MT] = {
    "Mhux magħruf", "Iddikjarat uffiċjalment", "Irrappurtat", "Mhux verifikat",
  },
  [EUP_LANGUAGE_NL] = {
    "Onbekend", "Officieel vermeld", "Gemeld", "Niet gecontroleerd",
  },
  [EUP_LANGUAGE_PL] = {
    "Nieznana", "Podano urzędowo", "Według innych źródeł", "Niesprawdzone",
  },
  [EUP_LANGUAGE_PT] = {
    "Desconhecida", "Declarado oficialmente", "Segundo outras fontes", "Não verificado",
  },
  [EUP_LANGUAGE_RO] = {
    "Necunoscută", "Declarat oficial", "Raportat", "Neverificat",
  },
  [EUP_LANGUAGE_SK] = {
    "Neznáma", "Úradne uvedené", "Podľa iných zdrojov", "Neoverené",
  },
  [EUP_LANGUAGE_SL] = {
    "Neznano", "Uradno navedeno", "Po poročanju", "Nepreverjeno",
  },
  [EUP_LANGUAGE_SV] = {
    "Okänt", "Officiellt angivet", "Rapporterat", "Inte kontrollerat",
  },
};

const char * const eup_labels_verdict[EUP_N_LANGUAGES][6] = {
  [EUP_LANGUAGE_BG] = {
    "Неизвестно", "В ход", "Изпълнено", "Изпълнено със закъснение", "Закъсняло", "Отпаднало",
  },
  [EUP_LANGUAGE_CS] = {
    "Neznámý", "Probíhá", "Splněno", "Splněno později", "Zpožděno", "Upuštěno",
  },
  [EUP_LANGUAGE_DA] = {
    "Ukendt", "Undervejs", "Holdt", "Holdt for sent", "Forsinket", "Opgivet",
  },
  [EUP_LANGUAGE_DE] = {
    "Unbekannt", "Offen", "Gehalten", "Verspätet gehalten", "Verspätet", "Aufgegeben",
  },
  [EUP_LANGUAGE_EL] = {
    "Άγνωστο", "Εκκρεμεί", "Τηρήθηκε", "Τηρήθηκε με καθυστέρηση", "Καθυστερεί", "Εγκαταλείφθηκε",
  },
  [EUP_LANGUAGE_ES] = {
    "Desconocido", "Pendiente", "Cumplido", "Cumplido con retraso", "Retrasado", "Abandonado",
  },
  [EUP_LANGUAGE_ET] = {
    "Teadmata", "Pooleli", "Täidetud", "Hilinemisega täidetud", "Hilinenud", "Loobutud",
  },
  [EUP_LANGUAGE_FI] = {
    "Ei tiedossa", "Kesken", "Pidetty", "Pidetty myöhässä", "Myöhässä", "Luovuttu",
  },
  [EUP_LANGUAGE_FR] = {
    "Inconnu", "En cours", "Tenu", "Tenu en retard", "En retard", "Abandonné",
  },
  [EUP_LANGUAGE_GA] = {
    "Anaithnid", "Ar feitheamh", "Comhlíonta", "Comhlíonta go déanach", "Déanach", "Tréigthe",
  },
  [EUP_LANGUAGE_HR] = {
    "Nepoznato", "U tijeku", "Ispunjeno", "Ispunjeno sa zakašnjenjem", "Kasni", "Odustalo se",
  },
  [EUP_LANGUAGE_HU] = {
    "Ismeretlen", "Folyamatban", "Teljesült", "Késve teljesült", "Késik", "Elvetve",
  },
  [EUP_LANGUAGE_IT] = {
    "Sconosciuto", "In corso", "Mantenuto", "Mantenuto in ritardo", "In ritardo", "Abbandonato",
  },
  [EUP_LANGUAGE_LT] = {
    "Nežinoma", "Vykdoma", "Įvykdyta", "Įvykdyta vėluojant", "Vėluoja", "Atsisakyta",
  },
  [EUP_LANGUAGE_LV] = {
    "Nav zināms", "Procesā", "Izpildīts", "Izpildīts ar kavēšanos", "Kavējas", "Atmests",
  },
  [EUP_LANGUAGE_MT] = {
    "Mhux magħruf", "Pendenti", "Miżmum", "Miżmum tard", "Tard", "Abbandunat",
  },
  [EUP_LANGUAGE_NL] = {
    "Onbekend", "Lopend", "Nagekomen", "Te laat nagekomen", "Te laat", "Opgegeven",
  },
  [EUP_LANGUAGE_PL] = {
    "Nieznany", "W toku", "Dotrzymane", "Dotrzymane z opóźnieniem", "Opóźnione", "Zarzucone",
  },
  [EUP_LANGUAGE_PT] = {
    "Desconhecido", "Pendente", "Cumprido", "Cumprido com atraso", "Atrasado", "Abandonado",
  },
  [EUP_LANGUAGE_RO] = {
    "Necunoscut", "În curs", "Respectat", "Respectat cu întârziere", "Întârziat", "Abandonat",
  },
  [EUP_LANGUAGE_SK] = {
    "Neznámy", "Prebieha", "Splnené", "Splnené neskoro", "Mešká", "Upustené",
  },
  [EUP_LANGUAGE_SL] = {
    "Neznano", "V teku", "Izpolnjeno", "Izpolnjeno z zamudo", "Zamuja", "Opuščeno",
  },
  [EUP_LANGUAGE_SV] = {
    "Okänt", "Pågår", "Hållet", "Hållet för sent", "Försenat", "Övergivet",
  },
};
