<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>GuiMain</name>
    <message>
        <source>Keeps the contacts of several CRMs in sync.</source>
        <translation>Hält die Kontakte mehrerer CRMs gleich.</translation>
    </message>
    <message>
        <source>The workspace file to open.</source>
        <translation>Die Arbeitsbereichsdatei, die geöffnet wird.</translation>
    </message>
    <message>
        <source>Opens the demo: two practice systems on this computer.</source>
        <translation>Öffnet die Vorführung: zwei Übungssysteme auf diesem Rechner.</translation>
    </message>
</context>
<context>
    <name>SandboxMain</name>
    <message>
        <source>The port in &quot;%1&quot; is not a number from 0 to 65535.</source>
        <translation>Der Port in „%1“ ist keine Zahl von 0 bis 65535.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a fault: give a kind and a rate from 0 to 1, such as 503:0.05.</source>
        <translation>„%1“ ist keine Störung: Art und Anteil von 0 bis 1 angeben, etwa 503:0.05.</translation>
    </message>
    <message>
        <source>The value of --%1 is not a number of 0 or more.</source>
        <translation>Der Wert von --%1 ist keine Zahl ab 0.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a rate limit: give real, off or a number of requests per second.</source>
        <translation>„%1“ ist keine Anfragegrenze: real, off oder eine Zahl von Anfragen je Sekunde angeben.</translation>
    </message>
    <message>
        <source>Local stand-ins for CRMs, for demonstration and tests. Sign in with demo/demo.</source>
        <translation>Nachgebildete CRMs auf diesem Rechner, zum Vorführen und Testen. Anmeldung mit demo/demo.</translation>
    </message>
    <message>
        <source>Seed of the invented data and of the faults.</source>
        <translation>Startwert der erfundenen Daten und der Störungen.</translation>
    </message>
    <message>
        <source>How many contacts each CRM has.</source>
        <translation>Wie viele Kontakte jedes CRM hat.</translation>
    </message>
    <message>
        <source>A fault and its rate, such as 503:0.05; may be given several times.</source>
        <translation>Eine Störung und ihr Anteil, etwa 503:0.05; mehrmals möglich.</translation>
    </message>
    <message>
        <source>real, off, or a number of requests per second.</source>
        <translation>real, off oder eine Zahl von Anfragen je Sekunde.</translation>
    </message>
    <message>
        <source>How long each answer takes, in milliseconds.</source>
        <translation>Wie lange jede Antwort dauert, in Millisekunden.</translation>
    </message>
    <message>
        <source>The sandbox cannot start: %1.</source>
        <translation>Die nachgebildeten CRMs können nicht starten: %1.</translation>
    </message>
    <message>
        <source>A CRM to stand in for: activecampaign, hubspot, mautic, salesforce or suitecrm; may be given several times.</source>
        <translation>Ein CRM, das nachgestellt wird: activecampaign, hubspot, mautic, salesforce oder suitecrm; mehrfach möglich.</translation>
    </message>
</context>
<context>
    <name>syncline::JsonDocument</name>
    <message>
        <source>The answer is no whole JSON document (%1).</source>
        <translation>Die Antwort ist kein vollständiges JSON-Dokument (%1).</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look at the server&apos;s own log.</source>
        <translation>Noch einmal versuchen; bleibt es so, das Protokoll des Servers ansehen.</translation>
    </message>
</context>
<context>
    <name>syncline::app</name>
    <message>
        <source>The keychain holds no secret of %1.</source>
        <translation>Der Schlüsselbund enthält keine Zugangsdaten von %1.</translation>
    </message>
    <message>
        <source>There is no provider named %1.</source>
        <translation>Es gibt keinen Anbieter namens %1.</translation>
    </message>
    <message>
        <source>Providers are: %1.</source>
        <translation>Anbieter sind: %1.</translation>
    </message>
    <message>
        <source>There is no sign-in kind named %1.</source>
        <translation>Es gibt keine Anmeldeart namens %1.</translation>
    </message>
    <message>
        <source>Remove %1 and add it again with another --auth.</source>
        <translation>%1 entfernen und mit einem anderen --auth neu hinzufügen.</translation>
    </message>
    <message>
        <source>The stand-in CRMs are missing: %1.</source>
        <translation>Die nachgebildeten CRMs fehlen: %1.</translation>
    </message>
    <message>
        <source>Install syncline-sandbox beside syncline-cli.</source>
        <translation>syncline-sandbox neben syncline-cli installieren.</translation>
    </message>
    <message>
        <source>The stand-in CRMs did not start.</source>
        <translation>Die nachgebildeten CRMs sind nicht gestartet.</translation>
    </message>
    <message>
        <source>Run %1 by hand to see why.</source>
        <translation>%1 von Hand starten, um den Grund zu sehen.</translation>
    </message>
    <message>
        <source>%1 offers no sign-in through the browser.</source>
        <translation>%1 bietet keine Anmeldung über den Browser.</translation>
    </message>
    <message>
        <source>Choose another kind of sign-in, such as oauth2_client_credentials.</source>
        <translation>Eine andere Anmeldeart wählen, etwa oauth2_client_credentials.</translation>
    </message>
    <message>
        <source>Sign in again with: syncline-cli integration reconnect %1, or set %2 in the environment.</source>
        <translation>Neu anmelden mit: syncline-cli integration reconnect %1, oder %2 in der Umgebung setzen.</translation>
    </message>
    <message>
        <source>Cancelled while signing in.</source>
        <translation>Beim Anmelden abgebrochen.</translation>
    </message>
    <message>
        <source>The sign-in could not be renewed: %1 is taken.</source>
        <translation>Die Anmeldung konnte nicht erneuert werden: %1 ist belegt.</translation>
    </message>
    <message>
        <source>End the other Syncline that uses this account, or see that the folder can be written to.</source>
        <translation>Das andere Syncline beenden, das dieses Konto benutzt, oder dafür sorgen, dass der Ordner beschreibbar ist.</translation>
    </message>
    <message>
        <source>The practice systems did not start: %1</source>
        <translation>Die Übungssysteme sind nicht gestartet: %1</translation>
    </message>
    <message>
        <source>End other programs that use many ports and try again.</source>
        <translation>Andere Programme beenden, die viele Ports belegen, und noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>syncline::app::Postman</name>
    <message>
        <source>Sending was stopped.</source>
        <translation>Das Senden wurde abgebrochen.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in.</source>
        <translation>%1 hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>Give the user&apos;s name and password again.</source>
        <translation>Geben Sie Benutzer und Passwort noch einmal an.</translation>
    </message>
    <message>
        <source>%1 offers no connection that can be trusted: %2</source>
        <translation>%1 bietet keine vertrauenswürdige Verbindung: %2</translation>
    </message>
    <message>
        <source>Check the address and the server&apos;s certificate.</source>
        <translation>Prüfen Sie die Adresse und das Zertifikat des Servers.</translation>
    </message>
    <message>
        <source>%1 did not take the message: %2</source>
        <translation>%1 hat die Nachricht nicht angenommen: %2</translation>
    </message>
    <message>
        <source>Check who sends it and who gets it.</source>
        <translation>Prüfen Sie, wer sie sendet und wer sie bekommt.</translation>
    </message>
    <message>
        <source>%1 was not reached: %2</source>
        <translation>%1 war nicht zu erreichen: %2</translation>
    </message>
    <message>
        <source>Check the address; it is tried again.</source>
        <translation>Prüfen Sie die Adresse; es wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>%1 answered with status %2.</source>
        <translation>%1 antwortete mit Status %2.</translation>
    </message>
    <message>
        <source>Make a new address there and give it here.</source>
        <translation>Legen Sie dort eine neue Adresse an, und geben Sie sie hier an.</translation>
    </message>
</context>
<context>
    <name>syncline::app::WebPort</name>
    <message>
        <source>The port %1 cannot be opened: %2</source>
        <translation>Der Port %1 lässt sich nicht öffnen: %2</translation>
    </message>
    <message>
        <source>Choose another one with --port, or stop the program that has it.</source>
        <translation>Wählen Sie mit --port einen anderen, oder beenden Sie das Programm, das ihn hat.</translation>
    </message>
</context>
<context>
    <name>syncline::cli</name>
    <message>
        <source>Usage: syncline-cli %1</source>
        <translation>Aufruf: syncline-cli %1</translation>
    </message>
    <message>
        <source>%1 needs a value.</source>
        <translation>%1 braucht einen Wert.</translation>
    </message>
    <message>
        <source>There is no option %1 here.</source>
        <translation>Die Option %1 gibt es hier nicht.</translation>
    </message>
    <message>
        <source>Something is missing: %1</source>
        <translation>Es fehlt etwas: %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many.</source>
        <translation>„%1“ ist ein Wort zu viel.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not of the form KEY=VALUE.</source>
        <translation>„%1“ hat nicht die Form KEY=VALUE.</translation>
    </message>
    <message>
        <source>Put what has blanks in quotation marks: &quot;KEY=some words&quot;.</source>
        <translation>Was Leerzeichen enthält, in Anführungszeichen setzen: &quot;KEY=einige Wörter&quot;.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>Error: %1</source>
        <translation>Fehler: %1</translation>
    </message>
    <message>
        <source>Keeps contacts and companies the same in several CRMs.</source>
        <translation>Hält Kontakte und Firmen in mehreren CRMs gleich.</translation>
    </message>
    <message>
        <source>Usage: syncline-cli [--workspace FILE] [--json] COMMAND</source>
        <translation>Aufruf: syncline-cli [--workspace FILE] [--json] COMMAND</translation>
    </message>
    <message>
        <source>Exit codes: 0 done, 1 some records failed, 2 usage, 3 authentication, 4 unreachable, 5 stopped by a guard.</source>
        <translation>Rückgabewerte: 0 erledigt, 1 einige Datensätze fehlgeschlagen, 2 Aufruf, 3 Anmeldung, 4 nicht erreichbar, 5 von einer Schutzgrenze angehalten.</translation>
    </message>
    <message>
        <source>The workspace is --workspace, else $SYNCLINE_WORKSPACE, else %1.</source>
        <translation>Der Arbeitsbereich ist --workspace, sonst $SYNCLINE_WORKSPACE, sonst %1.</translation>
    </message>
    <message>
        <source>See all commands with: syncline-cli --help</source>
        <translation>Alle Befehle zeigt: syncline-cli --help</translation>
    </message>
    <message>
        <source>Commands are: %1.</source>
        <translation>Befehle sind: %1.</translation>
    </message>
    <message>
        <source>A command is missing.</source>
        <translation>Ein Befehl fehlt.</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;.</source>
        <translation>Den Befehl „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>--url and --auth are needed.</source>
        <translation>--url und --auth sind nötig.</translation>
    </message>
    <message>
        <source>For example: syncline-cli integration add mautic --name marketing --url https://mautic.example.com --auth oauth2_client_credentials</source>
        <translation>Zum Beispiel: syncline-cli integration add mautic --name marketing --url https://mautic.example.com --auth oauth2_client_credentials</translation>
    </message>
    <message>
        <source>Added %1. Test it with: syncline-cli integration test %1</source>
        <translation>%1 ist hinzugefügt. Testen mit: syncline-cli integration test %1</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>provider</source>
        <translation>Anbieter</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>required </source>
        <translation>Pflicht </translation>
    </message>
    <message>
        <source>read only </source>
        <translation>nur lesbar </translation>
    </message>
    <message>
        <source>custom</source>
        <translation>eigenes Feld</translation>
    </message>
    <message>
        <source>field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Bezeichnung</translation>
    </message>
    <message>
        <source>Connects an account; its secrets come as one JSON object on standard input.</source>
        <translation>Verbindet ein Konto; seine Zugangsdaten kommen als ein JSON-Objekt über die Standardeingabe.</translation>
    </message>
    <message>
        <source>Lists the connected accounts.</source>
        <translation>Listet die verbundenen Konten auf.</translation>
    </message>
    <message>
        <source>Tries the connection step by step.</source>
        <translation>Prüft die Verbindung Schritt für Schritt.</translation>
    </message>
    <message>
        <source>Shows the fields of the CRM.</source>
        <translation>Zeigt die Felder des CRM.</translation>
    </message>
    <message>
        <source>Disconnects an account; its links are kept for the day it comes back.</source>
        <translation>Trennt ein Konto; seine Verknüpfungen bleiben für den Tag, an dem es wiederkommt.</translation>
    </message>
    <message>
        <source>Removed %1. What it holds stays as it is.</source>
        <translation>%1 ist entfernt. Was es enthält, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Changes settings of an account.</source>
        <translation>Ändert Einstellungen eines Kontos.</translation>
    </message>
    <message>
        <source>Changed %1.</source>
        <translation>%1 ist geändert.</translation>
    </message>
    <message>
        <source>Leaves an account out of runs.</source>
        <translation>Lässt ein Konto bei Läufen aus.</translation>
    </message>
    <message>
        <source>%1 takes no part in runs.</source>
        <translation>%1 nimmt nicht an Läufen teil.</translation>
    </message>
    <message>
        <source>Lets a paused account take part again.</source>
        <translation>Lässt ein pausiertes Konto wieder teilnehmen.</translation>
    </message>
    <message>
        <source>%1 takes part in runs again.</source>
        <translation>%1 nimmt wieder an Läufen teil.</translation>
    </message>
    <message>
        <source>Sets how conflicts and deletes of an entity or a field are decided.</source>
        <translation>Legt fest, wie Konflikte und Löschungen einer Datensatzart oder eines Feldes entschieden werden.</translation>
    </message>
    <message>
        <source>Changed the policy of %1.</source>
        <translation>Die Regel von %1 ist geändert.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2.</source>
        <translation>Die Datei %1 ist nicht lesbar: %2.</translation>
    </message>
    <message>
        <source>Check its name and rights.</source>
        <translation>Namen und Rechte der Datei prüfen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Correct the file; what it may hold stands in docs/mapping-file.md.</source>
        <translation>Die Datei berichtigen; was sie enthalten darf, steht in docs/mapping-file.md.</translation>
    </message>
    <message>
        <source>here</source>
        <translation>hier</translation>
    </message>
    <message>
        <source>direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Applied.</source>
        <translation>Übernommen.</translation>
    </message>
    <message>
        <source>Nothing was applied; do so with --apply.</source>
        <translation>Nichts wurde übernommen; das geschieht mit --apply.</translation>
    </message>
    <message>
        <source>The mapping of %1 was replaced.</source>
        <translation>Die Zuordnung von %1 ist ersetzt.</translation>
    </message>
    <message>
        <source>The mapping is in order.</source>
        <translation>Die Zuordnung ist in Ordnung.</translation>
    </message>
    <message>
        <source>Suggests pairs of fields; nothing is applied unseen.</source>
        <translation>Schlägt Feldpaare vor; nichts wird ungesehen übernommen.</translation>
    </message>
    <message>
        <source>Prints the mapping as a file.</source>
        <translation>Gibt die Zuordnung als Datei aus.</translation>
    </message>
    <message>
        <source>Replaces the mapping by a file, as a whole or not at all.</source>
        <translation>Ersetzt die Zuordnung durch eine Datei, im Ganzen oder gar nicht.</translation>
    </message>
    <message>
        <source>Says what is wrong with a mapping file.</source>
        <translation>Sagt, was an einer Zuordnungsdatei falsch ist.</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>links</source>
        <translation>Verknüpfungen</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Made %1. The next sync creates it in the CRMs.</source>
        <translation>%1 ist angelegt. Der nächste Abgleich legt es in den CRMs an.</translation>
    </message>
    <message>
        <source>Changed. The next sync carries it to the CRMs.</source>
        <translation>Geändert. Der nächste Abgleich trägt es in die CRMs.</translation>
    </message>
    <message>
        <source>The delete is asked for; the next sync carries it out.</source>
        <translation>Die Löschung ist verlangt; der nächste Abgleich führt sie aus.</translation>
    </message>
    <message>
        <source>Wrote %1 records.</source>
        <translation>%1 Datensätze geschrieben.</translation>
    </message>
    <message>
        <source>Lists the records here.</source>
        <translation>Listet die Datensätze hier auf.</translation>
    </message>
    <message>
        <source>Shows a record with its values in each CRM.</source>
        <translation>Zeigt einen Datensatz mit seinen Werten in jedem CRM.</translation>
    </message>
    <message>
        <source>Makes a record here; the next sync creates it in the CRMs.</source>
        <translation>Legt hier einen Datensatz an; der nächste Abgleich legt ihn in den CRMs an.</translation>
    </message>
    <message>
        <source>Changes a record here.</source>
        <translation>Ändert hier einen Datensatz.</translation>
    </message>
    <message>
        <source>Asks for a record to be deleted everywhere.</source>
        <translation>Verlangt, dass ein Datensatz überall gelöscht wird.</translation>
    </message>
    <message>
        <source>Brings some records into step now, and only these.</source>
        <translation>Gleicht einige Datensätze jetzt ab, und nur diese.</translation>
    </message>
    <message>
        <source>Writes the records to a CSV file.</source>
        <translation>Schreibt die Datensätze in eine CSV-Datei.</translation>
    </message>
    <message>
        <source>Says where a value comes from.</source>
        <translation>Sagt, woher ein Wert kommt.</translation>
    </message>
    <message>
        <source>Nothing waits here.</source>
        <translation>Hier wartet nichts.</translation>
    </message>
    <message>
        <source>Done for %1. The next sync carries it out.</source>
        <translation>Für %1 erledigt. Der nächste Abgleich führt es aus.</translation>
    </message>
    <message>
        <source>system</source>
        <translation>System</translation>
    </message>
    <message>
        <source>before</source>
        <translation>vorher</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>by</source>
        <translation>durch</translation>
    </message>
    <message>
        <source>Say once how to decide.</source>
        <translation>Genau einmal angeben, wie entschieden wird.</translation>
    </message>
    <message>
        <source>Use --take hub|NAME|base, --value V or --keep-apart.</source>
        <translation>--take hub|NAME|base, --value V oder --keep-apart benutzen.</translation>
    </message>
    <message>
        <source>Decided %1. The next sync carries it out.</source>
        <translation>%1 entschieden. Der nächste Abgleich führt es aus.</translation>
    </message>
    <message>
        <source>Linked. The next sync merges the two.</source>
        <translation>Verknüpft. Der nächste Abgleich führt die beiden zusammen.</translation>
    </message>
    <message>
        <source>Lists the values that wait for a decision.</source>
        <translation>Listet die Werte auf, die auf eine Entscheidung warten.</translation>
    </message>
    <message>
        <source>Shows all sides of a conflict.</source>
        <translation>Zeigt alle Seiten eines Konflikts.</translation>
    </message>
    <message>
        <source>Decides conflicts.</source>
        <translation>Entscheidet Konflikte.</translation>
    </message>
    <message>
        <source>Lists the deletes that wait for a release.</source>
        <translation>Listet die Löschungen auf, die auf eine Freigabe warten.</translation>
    </message>
    <message>
        <source>Lets deletes go on to the other CRMs.</source>
        <translation>Lässt Löschungen zu den anderen CRMs weitergehen.</translation>
    </message>
    <message>
        <source>Keeps records that were deleted in a CRM.</source>
        <translation>Behält Datensätze, die in einem CRM gelöscht wurden.</translation>
    </message>
    <message>
        <source>Lists records that may be the same.</source>
        <translation>Listet Datensätze auf, die dieselben sein können.</translation>
    </message>
    <message>
        <source>Says that a record of a CRM belongs to a record here.</source>
        <translation>Sagt, dass ein Datensatz eines CRM zu einem Datensatz hier gehört.</translation>
    </message>
    <message>
        <source>Says that records of a CRM are others.</source>
        <translation>Sagt, dass Datensätze eines CRM andere sind.</translation>
    </message>
    <message>
        <source>Lists records that wait, with the reason.</source>
        <translation>Listet wartende Datensätze auf, mit dem Grund.</translation>
    </message>
    <message>
        <source>Has held records looked at again.</source>
        <translation>Sieht zurückgehaltene Datensätze noch einmal an.</translation>
    </message>
    <message>
        <source>integration</source>
        <translation>Integration</translation>
    </message>
    <message>
        <source>health</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>%1 waiting: %2</source>
        <translation>%1 warten: %2</translation>
    </message>
    <message>
        <source>Shows health, the last sync and what waits.</source>
        <translation>Zeigt den Zustand, den letzten Abgleich und was wartet.</translation>
    </message>
    <message>
        <source>Shows what happened; --follow goes on showing.</source>
        <translation>Zeigt, was geschehen ist; --follow zeigt weiter.</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Planning</source>
        <translation>Planen</translation>
    </message>
    <message>
        <source>Waiting for writes whose answer was lost</source>
        <translation>Warten auf Schreibvorgänge, deren Antwort verloren ging</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>entity</source>
        <translation>Datensatzart</translation>
    </message>
    <message>
        <source>  … and %1 more; see them with --json.</source>
        <translation>  … und %1 weitere; zu sehen mit --json.</translation>
    </message>
    <message>
        <source>Stopped: %1 Look at the plan, then go on with --yes.</source>
        <translation>Angehalten: %1 Den Plan ansehen, dann mit --yes fortfahren.</translation>
    </message>
    <message>
        <source>Run %1: %2.</source>
        <translation>Lauf %1: %2.</translation>
    </message>
    <message>
        <source>… %1 operations in all; see every one with --json.</source>
        <translation>… insgesamt %1 Vorgänge; alle sind zu sehen mit --json.</translation>
    </message>
    <message>
        <source>--plan carries out a stored plan as it is; only --yes goes with it.</source>
        <translation>--plan führt einen gespeicherten Plan aus, wie er ist; dazu passt nur --yes.</translation>
    </message>
    <message>
        <source>For another plan: syncline-cli sync --dry-run, with the options you want.</source>
        <translation>Für einen anderen Plan: syncline-cli sync --dry-run, mit den gewünschten Optionen.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>started</source>
        <translation>begonnen</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>Den Lauf %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>See the runs with: syncline-cli runs list</source>
        <translation>Die Läufe zeigt: syncline-cli runs list</translation>
    </message>
    <message>
        <source>Carry it out with: syncline-cli sync --plan %1</source>
        <translation>Ausführen mit: syncline-cli sync --plan %1</translation>
    </message>
    <message>
        <source>Reads, plans and writes; --dry-run shows every write and makes none.</source>
        <translation>Liest, plant und schreibt; --dry-run zeigt jeden Schreibvorgang und macht keinen.</translation>
    </message>
    <message>
        <source>Lists the latest runs.</source>
        <translation>Listet die letzten Läufe auf.</translation>
    </message>
    <message>
        <source>Shows a run with every operation and its reason.</source>
        <translation>Zeigt einen Lauf mit jedem Vorgang und seinem Grund.</translation>
    </message>
    <message>
        <source>Takes a run back; what was touched since is kept.</source>
        <translation>Macht einen Lauf rückgängig; was seitdem berührt wurde, bleibt.</translation>
    </message>
    <message>
        <source>The demo needs syncline-sandbox beside syncline-cli.</source>
        <translation>Die Vorführung braucht syncline-sandbox neben syncline-cli.</translation>
    </message>
    <message>
        <source>Install it, or make a workspace without --demo.</source>
        <translation>Es installieren, oder einen Arbeitsbereich ohne --demo anlegen.</translation>
    </message>
    <message>
        <source>This workspace has integrations already.</source>
        <translation>Dieser Arbeitsbereich hat schon Integrationen.</translation>
    </message>
    <message>
        <source>Make the demo in a workspace of its own: syncline-cli --workspace demo.syncline init --demo</source>
        <translation>Die Vorführung in einem eigenen Arbeitsbereich anlegen: syncline-cli --workspace demo.syncline init --demo</translation>
    </message>
    <message>
        <source>Connected %1 at %2.</source>
        <translation>%1 unter %2 verbunden.</translation>
    </message>
    <message>
        <source>The workspace is %1.</source>
        <translation>Der Arbeitsbereich ist %1.</translation>
    </message>
    <message>
        <source>Sign in in the browser; this command goes on by itself. If no browser opens, open:</source>
        <translation>Im Browser anmelden; dieser Befehl läuft von selbst weiter. Öffnet sich kein Browser, dies öffnen:</translation>
    </message>
    <message>
        <source>Signed in. Test it with: syncline-cli integration test %1</source>
        <translation>Angemeldet. Testen mit: syncline-cli integration test %1</translation>
    </message>
    <message>
        <source>Signs an account in again: in the browser, or with secrets as one JSON object on standard input.</source>
        <translation>Meldet ein Konto neu an: im Browser, oder mit Zugangsdaten als ein JSON-Objekt über die Standardeingabe.</translation>
    </message>
    <message>
        <source>Made %1 of it. Nothing changed in the CRMs.</source>
        <translation>Daraus ist %1 angelegt. In den CRMs hat sich nichts geändert.</translation>
    </message>
    <message>
        <source>The next sync may create it where it was merged away.</source>
        <translation>Der nächste Abgleich legt ihn unter Umständen dort an, wo er zusammengeführt wurde.</translation>
    </message>
    <message>
        <source>Takes a record apart that stands for several.</source>
        <translation>Nimmt einen Datensatz auseinander, der für mehrere steht.</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>Reversed %1, kept %2, not possible %3.</source>
        <translation>%1 rückgängig gemacht, %2 behalten, %3 nicht möglich.</translation>
    </message>
    <message>
        <source>Run %1 planned again comes to another plan: the operations are the same, but not what counts as agreed between the systems.</source>
        <translation>Der Lauf %1, noch einmal geplant, ergibt einen anderen Plan: Die Vorgänge sind dieselben, nicht aber, was zwischen den Systemen als vereinbart gilt.</translation>
    </message>
    <message>
        <source>Run %1 planned again comes to another plan; operations that differ:</source>
        <translation>Der Lauf %1, noch einmal geplant, ergibt einen anderen Plan; Vorgänge, die sich unterscheiden:</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>  %1. planned: %2</source>
        <translation>  %1. geplant: %2</translation>
    </message>
    <message>
        <source>     now: %1</source>
        <translation>     jetzt: %1</translation>
    </message>
    <message>
        <source>It was planned with version %1; this is %2.</source>
        <translation>Geplant wurde mit Version %1; diese ist %2.</translation>
    </message>
    <message>
        <source>Makes the plan of a run again from what it was made from, and says whether it is the same.</source>
        <translation>Macht den Plan eines Laufs noch einmal aus dem, woraus er gemacht wurde, und sagt, ob er derselbe ist.</translation>
    </message>
    <message>
        <source>Run %1 planned again comes to the same plan (operations: %2).</source>
        <translation>Der Lauf %1, noch einmal geplant, ergibt denselben Plan (Vorgänge: %2).</translation>
    </message>
    <message>
        <source>%1 of %2 have the field %3 now.</source>
        <translation>%1 von %2 haben jetzt das Feld %3.</translation>
    </message>
    <message>
        <source>Not asked: %1</source>
        <translation>Nicht gefragt: %1</translation>
    </message>
    <message>
        <source>Wrote %1 records of the workspace and %2 of the CRMs.</source>
        <translation>%1 Datensätze des Arbeitsbereichs und %2 der CRMs geschrieben.</translation>
    </message>
    <message>
        <source>the workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>where</source>
        <translation>wo</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>gelöscht</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>Nothing of this person is left in the workspace.</source>
        <translation>Im Arbeitsbereich ist von dieser Person nichts mehr vorhanden.</translation>
    </message>
    <message>
        <source>Something is left in a CRM. Mend what is named, then erase the address once more.</source>
        <translation>In einem CRM ist noch etwas vorhanden. Beheben Sie, was genannt ist, und löschen Sie die Adresse dann noch einmal.</translation>
    </message>
    <message>
        <source>Writes everything that is known of a person to a file.</source>
        <translation>Schreibt alles, was über eine Person bekannt ist, in eine Datei.</translation>
    </message>
    <message>
        <source>Deletes a person in the CRMs and forgets every value here; --dry-run lists what would go.</source>
        <translation>Löscht eine Person in den CRMs und vergisst hier jeden Wert; --dry-run zeigt, was gelöscht würde.</translation>
    </message>
    <message>
        <source>Looking at what there is</source>
        <translation>Was da ist, wird angesehen</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Wird veröffentlicht</translation>
    </message>
    <message>
        <source>(waiting for the rate limit)</source>
        <translation>(wartet auf das Anfragelimit)</translation>
    </message>
    <message>
        <source>%1 s left</source>
        <translation>noch %1 s</translation>
    </message>
    <message>
        <source>table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelesen</translation>
    </message>
    <message>
        <source>Mirror %1 (%2): %3 requests, %4 s.</source>
        <translation>Spiegel %1 (%2): %3 Anfragen, %4 s.</translation>
    </message>
    <message>
        <source>It went on with a mirror that had been stopped.</source>
        <translation>Er hat einen angehaltenen Spiegel fortgesetzt.</translation>
    </message>
    <message>
        <source>Deletes, tags and lists are as of %1; bring them up to date with --full.</source>
        <translation>Löschungen, Tags und Listen sind vom Stand %1; auf den neuesten Stand kommen sie mit --full.</translation>
    </message>
    <message>
        <source>Where to? --to is missing.</source>
        <translation>Wohin? --to fehlt.</translation>
    </message>
    <message>
        <source>Give a database: --to postgresql://USER@HOST/DATABASE, or --to sqlite:FILE</source>
        <translation>Eine Datenbank angeben: --to postgresql://USER@HOST/DATABASE oder --to sqlite:FILE</translation>
    </message>
    <message>
        <source>--keep takes a number of generations from 1 on.</source>
        <translation>--keep nimmt eine Anzahl von Generationen ab 1.</translation>
    </message>
    <message>
        <source>Leave it out to keep 5.</source>
        <translation>Ohne die Angabe bleiben 5.</translation>
    </message>
    <message>
        <source>Others on this computer can read a password in a command line: better set PGPASSWORD or put it into ~/.pgpass.</source>
        <translation>Ein Passwort in der Befehlszeile können andere auf diesem Rechner lesen: besser PGPASSWORD setzen oder es in ~/.pgpass ablegen.</translation>
    </message>
    <message>
        <source>Mirror %1 into %2 is done.</source>
        <translation>Der Spiegel %1 in %2 ist fertig.</translation>
    </message>
    <message>
        <source>Copies a system&apos;s contacts, companies and deals into a database that anybody may query.</source>
        <translation>Kopiert Kontakte, Firmen und Geschäfte eines Systems in eine Datenbank, die jeder abfragen kann.</translation>
    </message>
    <message>
        <source>This workspace has only the built-in fields.</source>
        <translation>Dieser Arbeitsbereich hat nur die eingebauten Felder.</translation>
    </message>
    <message>
        <source>key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>There is no type named %1.</source>
        <translation>Es gibt keinen Typ namens %1.</translation>
    </message>
    <message>
        <source>Types are: text, long_text, integer, decimal, boolean, date, date_time, enumeration, set, list, email, phone, url, ref, refs, consent.</source>
        <translation>Typen sind: text, long_text, integer, decimal, boolean, date, date_time, enumeration, set, list, email, phone, url, ref, refs, consent.</translation>
    </message>
    <message>
        <source>%1 has a field %2 now. Map it to make use of it.</source>
        <translation>%1 hat jetzt ein Feld %2. Ordnen Sie es zu, um es zu verwenden.</translation>
    </message>
    <message>
        <source>%1 has no field %2 any more.</source>
        <translation>%1 hat kein Feld %2 mehr.</translation>
    </message>
    <message>
        <source>The fields that this workspace has beside the built-in ones.</source>
        <translation>Die Felder, die dieser Arbeitsbereich neben den eingebauten hat.</translation>
    </message>
    <message>
        <source>Gives an entity a field of your own; its key starts with x_.</source>
        <translation>Gibt einer Entität ein eigenes Feld; sein Schlüssel beginnt mit x_.</translation>
    </message>
    <message>
        <source>Takes a field of your own away that nothing uses.</source>
        <translation>Entfernt ein eigenes Feld, das nichts verwendet.</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>%1 kann nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>angewendet</translation>
    </message>
    <message>
        <source>title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>meaning</source>
        <translation>Bedeutung</translation>
    </message>
    <message>
        <source>Would add the field %1.</source>
        <translation>Würde das Feld %1 hinzufügen.</translation>
    </message>
    <message>
        <source>Added the field %1.</source>
        <translation>Feld %1 hinzugefügt.</translation>
    </message>
    <message>
        <source>Would map %1: %2 and %3.</source>
        <translation>Würde in %1 %2 und %3 einander zuordnen.</translation>
    </message>
    <message>
        <source>Mapped %1: %2 and %3.</source>
        <translation>In %1 sind %2 und %3 jetzt einander zugeordnet.</translation>
    </message>
    <message>
        <source>%1 has no field for %2. Make one with: syncline-cli map create-field %1 ENTITY %2</source>
        <translation>%1 hat kein Feld für %2. Legen Sie eines an mit: syncline-cli map create-field %1 ENTITY %2</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>%1 is applied.</source>
        <translation>%1 ist angewendet.</translation>
    </message>
    <message>
        <source>Its events are refused from now on; fields, mappings and records stay.</source>
        <translation>Seine Ereignisse werden von jetzt an abgelehnt; Felder, Zuordnungen und Datensätze bleiben.</translation>
    </message>
    <message>
        <source>This event was carried out before.</source>
        <translation>Dieses Ereignis wurde schon ausgeführt.</translation>
    </message>
    <message>
        <source>Records made: %1, changed: %2; steps that wait for their time: %3.</source>
        <translation>Datensätze angelegt: %1, geändert: %2; Schritte, die auf ihre Zeit warten: %3.</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>event</source>
        <translation>Ereignis</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Ready-made set-ups for a business.</source>
        <translation>Fertige Einrichtungen für ein Geschäft.</translation>
    </message>
    <message>
        <source>What a recipe sets up and which events it knows.</source>
        <translation>Was ein Rezept einrichtet und welche Ereignisse es kennt.</translation>
    </message>
    <message>
        <source>Adds a recipe&apos;s fields, mapping lines and events to the workspace.</source>
        <translation>Fügt dem Arbeitsbereich die Felder, Zuordnungen und Ereignisse eines Rezepts hinzu.</translation>
    </message>
    <message>
        <source>Takes a recipe&apos;s events away; what it set up stays.</source>
        <translation>Nimmt die Ereignisse eines Rezepts weg; was es eingerichtet hat, bleibt.</translation>
    </message>
    <message>
        <source>Carries out a business event, from a file or standard input, and brings its records into step.</source>
        <translation>Führt ein Geschäftsereignis aus, aus einer Datei oder der Standardeingabe, und gleicht seine Datensätze ab.</translation>
    </message>
    <message>
        <source>Steps of events that wait for their time; --run-due carries out those whose time has come.</source>
        <translation>Schritte von Ereignissen, die auf ihre Zeit warten; --run-due führt die fälligen aus.</translation>
    </message>
    <message>
        <source>everything</source>
        <translation>alles</translation>
    </message>
    <message>
        <source>in full</source>
        <translation>vollständig</translation>
    </message>
    <message>
        <source>without writing</source>
        <translation>ohne zu schreiben</translation>
    </message>
    <message>
        <source>Everything is paused until %1.</source>
        <translation>Alles ist bis %1 angehalten.</translation>
    </message>
    <message>
        <source>Everything is paused; go on with: syncline-cli schedule resume --all</source>
        <translation>Alles ist angehalten; weiter mit: syncline-cli schedule resume --all</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>what</source>
        <translation>was</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wann</translation>
    </message>
    <message>
        <source>next</source>
        <translation>nächster</translation>
    </message>
    <message>
        <source>last</source>
        <translation>letzter</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false.</source>
        <translation>„%1“ ist weder true noch false.</translation>
    </message>
    <message>
        <source>Write %1=true or %1=false.</source>
        <translation>Schreiben Sie %1=true oder %1=false.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number of seconds.</source>
        <translation>„%1“ ist keine Anzahl Sekunden.</translation>
    </message>
    <message>
        <source>Jitter goes from 0 to %1 seconds.</source>
        <translation>Die Streuung geht von 0 bis %1 Sekunden.</translation>
    </message>
    <message>
        <source>A schedule has no setting &quot;%1&quot;.</source>
        <translation>Ein Zeitplan hat keine Einstellung „%1“.</translation>
    </message>
    <message>
        <source>Settings are: when, zone, quiet, integration, entity, full, shadow, jitter.</source>
        <translation>Einstellungen sind: when, zone, quiet, integration, entity, full, shadow, jitter.</translation>
    </message>
    <message>
        <source>Schedule %1 runs next at %2.</source>
        <translation>Zeitplan %1 läuft als Nächstes um %2.</translation>
    </message>
    <message>
        <source>Schedules run while the window is open or syncline-cli serve is running.</source>
        <translation>Zeitpläne laufen, solange das Fenster offen ist oder syncline-cli serve läuft.</translation>
    </message>
    <message>
        <source>Schedule %1 was changed.</source>
        <translation>Zeitplan %1 wurde geändert.</translation>
    </message>
    <message>
        <source>Schedule %1 was removed.</source>
        <translation>Zeitplan %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Name schedules, or say --all.</source>
        <translation>Nennen Sie Zeitpläne, oder sagen Sie --all.</translation>
    </message>
    <message>
        <source>See the schedules with: syncline-cli schedule list</source>
        <translation>Die Zeitpläne zeigt: syncline-cli schedule list</translation>
    </message>
    <message>
        <source>&quot;--for %1&quot; does not say how long.</source>
        <translation>„--for %1“ sagt nicht, wie lange.</translation>
    </message>
    <message>
        <source>Write, for example: syncline-cli schedule pause --all --for 1h</source>
        <translation>Schreiben Sie zum Beispiel: syncline-cli schedule pause --all --for 1h</translation>
    </message>
    <message>
        <source>It goes on.</source>
        <translation>Es geht weiter.</translation>
    </message>
    <message>
        <source>It is paused.</source>
        <translation>Es ist angehalten.</translation>
    </message>
    <message>
        <source>--count takes a number from 1 to %1.</source>
        <translation>--count nimmt eine Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>Leave it out to see 10.</source>
        <translation>Lassen Sie es weg, um 10 zu sehen.</translation>
    </message>
    <message>
        <source>Lists what runs by the clock.</source>
        <translation>Listet auf, was nach der Uhr läuft.</translation>
    </message>
    <message>
        <source>Lets runs begin by the clock: every 15 minutes, hourly at :05, daily at 02:00, cron 30 3 * * sun.</source>
        <translation>Lässt Läufe nach der Uhr beginnen: every 15 minutes, hourly at :05, daily at 02:00, cron 30 3 * * sun.</translation>
    </message>
    <message>
        <source>Changes a schedule: when, zone, quiet, integration, entity, full, shadow, jitter.</source>
        <translation>Ändert einen Zeitplan: when, zone, quiet, integration, entity, full, shadow, jitter.</translation>
    </message>
    <message>
        <source>Removes a schedule.</source>
        <translation>Entfernt einen Zeitplan.</translation>
    </message>
    <message>
        <source>Pauses schedules, or with --all everything that runs by itself.</source>
        <translation>Hält Zeitpläne an, mit --all alles, was von selbst läuft.</translation>
    </message>
    <message>
        <source>Lets paused schedules go on.</source>
        <translation>Lässt angehaltene Zeitpläne weiterlaufen.</translation>
    </message>
    <message>
        <source>Shows when runs begin next.</source>
        <translation>Zeigt, wann die nächsten Läufe beginnen.</translation>
    </message>
    <message>
        <source>There is no keychain here.</source>
        <translation>Hier gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>It is kept in the keychain and is not shown again.</source>
        <translation>Es liegt im Schlüsselbund und wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>The token in %1 is too short.</source>
        <translation>Das Token in %1 ist zu kurz.</translation>
    </message>
    <message>
        <source>Use at least %1 characters that nobody guesses.</source>
        <translation>Nehmen Sie mindestens %1 Zeichen, die niemand errät.</translation>
    </message>
    <message>
        <source>Listening on http://127.0.0.1:%1</source>
        <translation>Erreichbar unter http://127.0.0.1:%1</translation>
    </message>
    <message>
        <source>Schedules run here.</source>
        <translation>Die Zeitpläne laufen hier.</translation>
    </message>
    <message>
        <source>Schedules are run by another program; this one takes over when it ends.</source>
        <translation>Ein anderes Programm führt die Zeitpläne aus; dieses übernimmt, wenn es endet.</translation>
    </message>
    <message>
        <source>A run begins that was asked for.</source>
        <translation>Ein angeforderter Lauf beginnt.</translation>
    </message>
    <message>
        <source>A run of schedule %1 begins.</source>
        <translation>Ein Lauf des Zeitplans %1 beginnt.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Beendet.</translation>
    </message>
    <message>
        <source>--port takes a number from 0 to %1.</source>
        <translation>--port nimmt eine Zahl von 0 bis %1.</translation>
    </message>
    <message>
        <source>Leave it out for %1; 0 is any free one.</source>
        <translation>Lassen Sie es für %1 weg; 0 ist ein beliebiger freier.</translation>
    </message>
    <message>
        <source>This program cannot serve.</source>
        <translation>Dieses Programm kann nicht im Hintergrund arbeiten.</translation>
    </message>
    <message>
        <source>POST /sync is closed: there is no token. Make one with: syncline-cli serve --new-token</source>
        <translation>POST /sync ist geschlossen: Es gibt kein Token. Eines macht: syncline-cli serve --new-token</translation>
    </message>
    <message>
        <source>Runs schedules in the background and answers on a local port, until it is stopped.</source>
        <translation>Führt Zeitpläne im Hintergrund aus und antwortet auf einem lokalen Port, bis es beendet wird.</translation>
    </message>
    <message>
        <source>%1 is applied. Connect its CRMs, then apply it once more to map them: syncline-cli recipe apply %2</source>
        <translation>%1 ist angewendet. Verbinden Sie die CRMs und wenden Sie es noch einmal an, um sie zuzuordnen: syncline-cli recipe apply %2</translation>
    </message>
    <message>
        <source>Makes a workspace; --demo connects two stand-in CRMs with invented people, --recipe sets one up for a business.</source>
        <translation>Legt einen Arbeitsbereich an; --demo verbindet zwei nachgestellte CRMs mit erfundenen Personen, --recipe richtet ihn für ein Geschäft ein.</translation>
    </message>
    <message>
        <source>Unlock a keychain, or set %1 yourself.</source>
        <translation>Entsperren Sie einen Schlüsselbund, oder setzen Sie %1 selbst.</translation>
    </message>
    <message>
        <source>to</source>
        <translation>an</translation>
    </message>
    <message>
        <source>tells</source>
        <translation>meldet</translation>
    </message>
    <message>
        <source>last problem</source>
        <translation>letztes Problem</translation>
    </message>
    <message>
        <source>On standard input there is no secret.</source>
        <translation>Auf der Standardeingabe steht kein Geheimnis.</translation>
    </message>
    <message>
        <source>Give it as one JSON object: {&quot;%1&quot;: &quot;…&quot;}</source>
        <translation>Geben Sie es als ein JSON-Objekt an: {&quot;%1&quot;: &quot;…&quot;}</translation>
    </message>
    <message>
        <source>There is no kind of channel &quot;%1&quot;.</source>
        <translation>Es gibt keine Kanalart „%1“.</translation>
    </message>
    <message>
        <source>Kinds are: email, slack, discord, webhook.</source>
        <translation>Arten sind: email, slack, discord, webhook.</translation>
    </message>
    <message>
        <source>There is no severity &quot;%1&quot;.</source>
        <translation>Es gibt keine Stufe „%1“.</translation>
    </message>
    <message>
        <source>Severities are: info, warning, problem.</source>
        <translation>Stufen sind: info, warning, problem.</translation>
    </message>
    <message>
        <source>Added %1. Try it with: syncline-cli notify test %1</source>
        <translation>%1 wurde angelegt. Probe: syncline-cli notify test %1</translation>
    </message>
    <message>
        <source>Its messages are signed with %1; the key is not shown again.</source>
        <translation>Seine Nachrichten werden mit %1 signiert; der Schlüssel wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
    <message>
        <source>This program cannot send messages.</source>
        <translation>Dieses Programm kann keine Nachrichten senden.</translation>
    </message>
    <message>
        <source>A test message was sent to %1.</source>
        <translation>Eine Probenachricht ging an %1.</translation>
    </message>
    <message>
        <source>Lists where notifications go.</source>
        <translation>Listet auf, wohin Benachrichtigungen gehen.</translation>
    </message>
    <message>
        <source>Sends notifications by e-mail, to Slack or Discord, or signed to a program.</source>
        <translation>Sendet Benachrichtigungen per E-Mail, an Slack oder Discord oder signiert an ein Programm.</translation>
    </message>
    <message>
        <source>Stops sending there.</source>
        <translation>Sendet nicht mehr dorthin.</translation>
    </message>
    <message>
        <source>Sends a test message.</source>
        <translation>Sendet eine Probenachricht.</translation>
    </message>
    <message>
        <source>Shows what was told.</source>
        <translation>Zeigt, was gemeldet wurde.</translation>
    </message>
    <message>
        <source>A run begins, as a webhook asks for.</source>
        <translation>Ein Lauf beginnt, weil ein Webhook es verlangt.</translation>
    </message>
    <message>
        <source>This program knows no webhooks.</source>
        <translation>Dieses Programm kennt keine Webhooks.</translation>
    </message>
    <message>
        <source>received</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>%1 takes a number of seconds up to %2.</source>
        <translation>%1 verlangt eine Anzahl von Sekunden bis %2.</translation>
    </message>
    <message>
        <source>Leave it out for %1.</source>
        <translation>Ohne Angabe gilt %1.</translation>
    </message>
    <message>
        <source>On standard input there is no key for the signatures.</source>
        <translation>Auf der Standardeingabe steht kein Schlüssel für die Signaturen.</translation>
    </message>
    <message>
        <source>Enter this address in %1, as docs/webhooks.md says.</source>
        <translation>Tragen Sie diese Adresse in %1 ein, wie es in docs/webhooks.md steht.</translation>
    </message>
    <message>
        <source>%1 sends to it from now on.</source>
        <translation>%1 sendet ab jetzt dorthin.</translation>
    </message>
    <message>
        <source>It is taken while syncline-cli serve is running.</source>
        <translation>Angenommen wird es, solange syncline-cli serve läuft.</translation>
    </message>
    <message>
        <source>The webhook of %1 was removed.</source>
        <translation>Der Webhook von %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Lists the addresses at which systems tell of changes.</source>
        <translation>Zeigt die Adressen, an denen Systeme Änderungen melden.</translation>
    </message>
    <message>
        <source>Lets a system tell of changes at once, at an address of its own below the one given.</source>
        <translation>Lässt ein System Änderungen sofort melden, an einer eigenen Adresse unterhalb der angegebenen.</translation>
    </message>
    <message>
        <source>Takes a system&apos;s address back, in that system as well where its API can.</source>
        <translation>Nimmt die Adresse eines Systems zurück, auch im System selbst, wo dessen API das kann.</translation>
    </message>
    <message>
        <source>number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>at</source>
        <translation>um</translation>
    </message>
    <message>
        <source>outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>Bytes</translation>
    </message>
    <message>
        <source>This program sends nothing.</source>
        <translation>Dieses Programm verschickt nichts.</translation>
    </message>
    <message>
        <source>A request to the address of %1 arrived here and was accepted.</source>
        <translation>Eine Anfrage an die Adresse von %1 kam hier an und wurde angenommen.</translation>
    </message>
    <message>
        <source>Lists what came to a system&apos;s address last, and why it was refused; shows one as it came.</source>
        <translation>Listet auf, was zuletzt an die Adresse eines Systems kam und warum es abgewiesen wurde; zeigt eine Anfrage, wie sie kam.</translation>
    </message>
    <message>
        <source>Sends a request to a system&apos;s address, as the system does, and says whether it arrives.</source>
        <translation>Schickt eine Anfrage an die Adresse eines Systems, wie das System es tut, und sagt, ob sie ankommt.</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Enter it in %1 now: it is not shown again.</source>
        <translation>Geben Sie es jetzt in %1 ein: Es wird nicht noch einmal gezeigt.</translation>
    </message>
    <message>
        <source>What %1 sends is refused from now on.</source>
        <translation>Was %1 sendet, wird von nun an abgelehnt.</translation>
    </message>
    <message>
        <source>The programs that may send business events to serve.</source>
        <translation>Die Programme, die Geschäftsereignisse an serve senden dürfen.</translation>
    </message>
    <message>
        <source>Lets a program send business events, with a token of its own, which is shown once.</source>
        <translation>Lässt ein Programm Geschäftsereignisse senden, mit einem eigenen Token, das einmal gezeigt wird.</translation>
    </message>
    <message>
        <source>A new token for a program that sends events; the one before is void.</source>
        <translation>Ein neues Token für ein Programm, das Ereignisse sendet; das bisherige gilt nicht mehr.</translation>
    </message>
    <message>
        <source>Refuses what this program sends from now on.</source>
        <translation>Lehnt von nun an ab, was dieses Programm sendet.</translation>
    </message>
    <message>
        <source>Makes a field for one of the hub&apos;s in the CRM, and maps the two; FIELD syncline_id: for the token of creates.</source>
        <translation>Legt für ein Feld des Hubs eines im CRM an und ordnet die beiden einander zu; FIELD syncline_id: für das Kennzeichen von Anlagen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::ActiveCampaign</name>
    <message>
        <source>Automations of ActiveCampaign run on contacts that are created, changed or tagged, and may send messages.</source>
        <translation>Automationen von ActiveCampaign laufen für Kontakte, die angelegt, geändert oder verschlagwortet werden, und können Nachrichten senden.</translation>
    </message>
    <message>
        <source>ActiveCampaign does not tell what was deleted.</source>
        <translation>ActiveCampaign sagt nicht, was gelöscht wurde.</translation>
    </message>
    <message>
        <source>Two complete readings find it.</source>
        <translation>Zwei vollständige Lesevorgänge finden es heraus.</translation>
    </message>
    <message>
        <source>ActiveCampaign has no entity &quot;%1&quot;.</source>
        <translation>ActiveCampaign hat keine Datensatzart „%1“.</translation>
    </message>
    <message>
        <source>Choose one of: %1.</source>
        <translation>Eine von diesen wählen: %1.</translation>
    </message>
    <message>
        <source>%1 does not offer %2.</source>
        <translation>%1 bietet %2 nicht an.</translation>
    </message>
    <message>
        <source>Have an administrator give the group of the key&apos;s user the right to it, or remove it from the mapping.</source>
        <translation>Der Gruppe des Benutzers, dem der Schlüssel gehört, von einem Administrator das Recht dazu geben lassen, oder es aus der Zuordnung nehmen.</translation>
    </message>
    <message>
        <source>ActiveCampaign cannot be used with the sign-in %1.</source>
        <translation>ActiveCampaign kann nicht mit der Anmeldung %1 verwendet werden.</translation>
    </message>
    <message>
        <source>Use token, with the key from Settings, Developer.</source>
        <translation>token verwenden, mit dem Schlüssel aus Einstellungen, Entwickler.</translation>
    </message>
    <message>
        <source>The list of %1 in %2</source>
        <translation>Die Liste von %1 in %2</translation>
    </message>
    <message>
        <source>%1 cannot be whole: %2 of %3 rows came.</source>
        <translation>%1 kann nicht vollständig sein: %2 von %3 Zeilen kamen an.</translation>
    </message>
    <message>
        <source>Try again when fewer people work in ActiveCampaign.</source>
        <translation>Noch einmal versuchen, wenn weniger Leute in ActiveCampaign arbeiten.</translation>
    </message>
    <message>
        <source>Contact %1 in %2</source>
        <translation>Kontakt %1 in %2</translation>
    </message>
    <message>
        <source>Account %1 in %2</source>
        <translation>Firma %1 in %2</translation>
    </message>
    <message>
        <source>The tag &quot;%1&quot; in %2</source>
        <translation>Das Schlagwort „%1“ in %2</translation>
    </message>
    <message>
        <source>The connection test</source>
        <translation>Der Verbindungstest</translation>
    </message>
    <message>
        <source>%1 answers, but it is no ActiveCampaign account.</source>
        <translation>%1 antwortet, ist aber kein ActiveCampaign-Konto.</translation>
    </message>
    <message>
        <source>Enter the API address of the account, such as https://example.api-us1.com. ActiveCampaign shows it under Settings, Developer.</source>
        <translation>Die API-Adresse des Kontos eingeben, etwa https://example.api-us1.com. ActiveCampaign zeigt sie unter Einstellungen, Entwickler.</translation>
    </message>
    <message>
        <source>The sign-in to %1</source>
        <translation>Die Anmeldung bei %1</translation>
    </message>
    <message>
        <source>%1 does not take the key.</source>
        <translation>%1 nimmt den Schlüssel nicht an.</translation>
    </message>
    <message>
        <source>Copy the key again: in ActiveCampaign, Settings, Developer. It belongs to one account and one user.</source>
        <translation>Den Schlüssel noch einmal kopieren: in ActiveCampaign unter Einstellungen, Entwickler. Er gehört zu einem Konto und einem Benutzer.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Reading %1 in %2</source>
        <translation>Das Lesen von %1 in %2</translation>
    </message>
    <message>
        <source>May be read: %1. The rest is left out: %2</source>
        <translation>Gelesen werden darf: %1. Der Rest bleibt außen vor: %2</translation>
    </message>
    <message>
        <source>May be read: %1.</source>
        <translation>Gelesen werden darf: %1.</translation>
    </message>
    <message>
        <source>%1 (%2 fields)</source>
        <translation>%1 (%2 Felder)</translation>
    </message>
    <message>
        <source>ActiveCampaign&apos;s list of %1 holds something that is no record.</source>
        <translation>Die Liste %1 von ActiveCampaign enthält etwas, das kein Datensatz ist.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, ask ActiveCampaign&apos;s support.</source>
        <translation>Noch einmal versuchen; wenn es so bleibt, den Support von ActiveCampaign fragen.</translation>
    </message>
    <message>
        <source>every record needs one.</source>
        <translation>jeder Datensatz braucht einen Wert.</translation>
    </message>
    <message>
        <source>Give it a value, or leave the record out by a filter.</source>
        <translation>Ihm einen Wert geben, oder den Datensatz durch einen Filter auslassen.</translation>
    </message>
    <message>
        <source>Outer blanks are left out.</source>
        <translation>Leerzeichen am Rand werden weggelassen.</translation>
    </message>
    <message>
        <source>ActiveCampaign keeps whole seconds.</source>
        <translation>ActiveCampaign speichert ganze Sekunden.</translation>
    </message>
    <message>
        <source>it is no amount with two decimal places at most.</source>
        <translation>das ist kein Betrag mit höchstens zwei Nachkommastellen.</translation>
    </message>
    <message>
        <source>Round the amount, here or in the system that it comes from.</source>
        <translation>Den Betrag runden, hier oder in dem System, aus dem er kommt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is none of its options.</source>
        <translation>„%1“ ist keine seiner Optionen.</translation>
    </message>
    <message>
        <source>Add the option in ActiveCampaign, or use a lookup. The options are: %1.</source>
        <translation>Die Option in ActiveCampaign hinzufügen, oder eine Nachschlagetabelle verwenden. Die Optionen sind: %1.</translation>
    </message>
    <message>
        <source>|| divides choices.</source>
        <translation>|| trennt Auswahlen.</translation>
    </message>
    <message>
        <source>Choose other words for the option.</source>
        <translation>Andere Wörter für die Option wählen.</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>%1 of contact %2</source>
        <translation>%1 von Kontakt %2</translation>
    </message>
    <message>
        <source>%1 cannot be whole: %2</source>
        <translation>%1 kann nicht vollständig sein: %2</translation>
    </message>
    <message>
        <source>record %1 came behind record %2.</source>
        <translation>Datensatz %1 kam hinter Datensatz %2.</translation>
    </message>
    <message>
        <source>%1 of %2 records came.</source>
        <translation>%1 von %2 Datensätzen kamen an.</translation>
    </message>
    <message>
        <source>Record %1 of %2 in %3</source>
        <translation>Datensatz %1 von %2 in %3</translation>
    </message>
    <message>
        <source>%1 in ActiveCampaign cannot be searched by %2.</source>
        <translation>%1 in ActiveCampaign können nicht nach %2 durchsucht werden.</translation>
    </message>
    <message>
        <source>Choose %1 as the match key.</source>
        <translation>%1 als Abgleichschlüssel wählen.</translation>
    </message>
    <message>
        <source>Have the owner of the ActiveCampaign account look at its plan and payment.</source>
        <translation>Den Inhaber des ActiveCampaign-Kontos nach Tarif und Zahlung sehen lassen.</translation>
    </message>
    <message>
        <source>Copy the key again: in ActiveCampaign, Settings, Developer.</source>
        <translation>Den Schlüssel noch einmal kopieren: in ActiveCampaign unter Einstellungen, Entwickler.</translation>
    </message>
    <message>
        <source>Have an administrator of ActiveCampaign give the group of the key&apos;s user this right: Settings, Users and Groups. If nothing may be read at all, copy the key again: Settings, Developer.</source>
        <translation>Der Gruppe des Benutzers, dem der Schlüssel gehört, von einem Administrator von ActiveCampaign dieses Recht geben lassen: Einstellungen, Benutzer und Gruppen. Wenn gar nichts gelesen werden darf, den Schlüssel noch einmal kopieren: Einstellungen, Entwickler.</translation>
    </message>
    <message>
        <source>Look whether the record still exists in ActiveCampaign.</source>
        <translation>Nachsehen, ob es den Datensatz in ActiveCampaign noch gibt.</translation>
    </message>
    <message>
        <source>Try again later, or lower rate_per_second of this integration.</source>
        <translation>Später noch einmal versuchen, oder rate_per_second dieser Integration senken.</translation>
    </message>
    <message>
        <source>Try again later; status.activecampaign.com tells whether the service has trouble.</source>
        <translation>Später noch einmal versuchen; status.activecampaign.com sagt, ob der Dienst gestört ist.</translation>
    </message>
    <message>
        <source>%1: the answer is not ActiveCampaign&apos;s (status %2).</source>
        <translation>%1: Die Antwort ist nicht von ActiveCampaign (Status %2).</translation>
    </message>
    <message>
        <source>%1: ActiveCampaign answered with status %2.</source>
        <translation>%1: ActiveCampaign antwortete mit Status %2.</translation>
    </message>
    <message>
        <source>%1: ActiveCampaign says &quot;%2&quot;.</source>
        <translation>%1: ActiveCampaign sagt „%2“.</translation>
    </message>
    <message>
        <source>The new record of %1</source>
        <translation>Der neue Datensatz von %1</translation>
    </message>
    <message>
        <source>Record %1 of %2</source>
        <translation>Datensatz %1 von %2</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Abgebrochen, bevor es gesendet wurde.</translation>
    </message>
    <message>
        <source>Record %1 of %2 in ActiveCampaign has this value of %3 already.</source>
        <translation>Datensatz %1 von %2 in ActiveCampaign hat diesen Wert von %3 schon.</translation>
    </message>
    <message>
        <source>Link the two records, or change one of the values.</source>
        <translation>Die beiden Datensätze verknüpfen, oder einen der Werte ändern.</translation>
    </message>
    <message>
        <source>The new record of %1 belongs to no record in ActiveCampaign.</source>
        <translation>Der neue Datensatz von %1 gehört zu keinem Datensatz in ActiveCampaign.</translation>
    </message>
    <message>
        <source>Map what it belongs to, and let that be synced first.</source>
        <translation>Zuordnen, wozu er gehört, und das zuerst abgleichen lassen.</translation>
    </message>
    <message>
        <source>it is no currency code.</source>
        <translation>das ist kein Währungscode.</translation>
    </message>
    <message>
        <source>Write three letters, such as EUR.</source>
        <translation>Drei Buchstaben schreiben, etwa EUR.</translation>
    </message>
    <message>
        <source>it is none of its options.</source>
        <translation>das ist keine seiner Optionen.</translation>
    </message>
    <message>
        <source>The options are: %1.</source>
        <translation>Die Optionen sind: %1.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>ActiveCampaign has no custom field of this type for %1.</source>
        <translation>ActiveCampaign hat kein eigenes Feld dieser Art für %1.</translation>
    </message>
    <message>
        <source>Map the hub&apos;s field to a field that is there.</source>
        <translation>Das Feld des Hubs einem vorhandenen Feld zuordnen.</translation>
    </message>
    <message>
        <source>The new field &quot;%1&quot; in %2</source>
        <translation>Das neue Feld „%1“ in %2</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Account name</source>
        <translation>Firmenname</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Date created</source>
        <translation>Angelegt am</translation>
    </message>
    <message>
        <source>Date changed</source>
        <translation>Geändert am</translation>
    </message>
    <message>
        <source>Hard bounces</source>
        <translation>Harte Rückläufer</translation>
    </message>
    <message>
        <source>Soft bounces</source>
        <translation>Weiche Rückläufer</translation>
    </message>
    <message>
        <source>Date of the last bounce</source>
        <translation>Datum des letzten Rückläufers</translation>
    </message>
    <message>
        <source>IP address</source>
        <translation>IP-Adresse</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Probability in percent</source>
        <translation>Wahrscheinlichkeit in Prozent</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Date of the next task</source>
        <translation>Datum der nächsten Aufgabe</translation>
    </message>
    <message>
        <source>Win probability</source>
        <translation>Gewinnwahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Due</source>
        <translation>Fällig</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Kind of task</source>
        <translation>Art der Aufgabe</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Assignee</source>
        <translation>Zuständig</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>a deal is worth nothing less than 0.</source>
        <translation>ein Geschäft ist nie weniger als 0 wert.</translation>
    </message>
    <message>
        <source>Correct the amount.</source>
        <translation>Den Betrag berichtigen.</translation>
    </message>
    <message>
        <source>it is no number.</source>
        <translation>das ist keine Zahl.</translation>
    </message>
    <message>
        <source>Write digits, with a point before decimals.</source>
        <translation>Ziffern schreiben, mit einem Punkt vor den Nachkommastellen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::ActiveCampaignWebhooks</name>
    <message>
        <source>The body is not ActiveCampaign&apos;s.</source>
        <translation>Der Inhalt ist nicht von ActiveCampaign.</translation>
    </message>
    <message>
        <source>The webhook in %1</source>
        <translation>Der Webhook in %1</translation>
    </message>
    <message>
        <source>The webhook %1 in %2</source>
        <translation>Der Webhook %1 in %2</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::Answers</name>
    <message>
        <source>Correct the value, here or in the system that it comes from.</source>
        <translation>Den Wert berichtigen, hier oder in dem System, aus dem er kommt.</translation>
    </message>
    <message>
        <source>Another record has this value already: merge the two, or change one of them.</source>
        <translation>Ein anderer Datensatz hat diesen Wert schon: die beiden zusammenführen, oder einen von ihnen ändern.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::ConnectionSteps</name>
    <message>
        <source>%1 answers at %2.</source>
        <translation>%1 antwortet unter %2.</translation>
    </message>
    <message>
        <source>The connection is encrypted and the certificate is trusted.</source>
        <translation>Die Verbindung ist verschlüsselt, und dem Zertifikat wird vertraut.</translation>
    </message>
    <message>
        <source>The connection stays on this computer and is not encrypted.</source>
        <translation>Die Verbindung bleibt auf diesem Rechner und ist nicht verschlüsselt.</translation>
    </message>
    <message>
        <source>%1 is reachable.</source>
        <translation>%1 ist erreichbar.</translation>
    </message>
    <message>
        <source>%1 answers, but there is no %2.</source>
        <translation>%1 antwortet, aber dort ist kein %2.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::Connector</name>
    <message>
        <source>This CRM lets nobody make fields from outside.</source>
        <translation>Dieses CRM lässt von außen keine Felder anlegen.</translation>
    </message>
    <message>
        <source>Have an administrator add the field there, then read the field list again.</source>
        <translation>Das Feld dort von einem Administrator anlegen lassen, dann die Feldliste neu lesen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::EncodingTask</name>
    <message>
        <source>%1 in %2 cannot hold &quot;%3&quot;: %4</source>
        <translation>%1 in %2 kann „%3“ nicht aufnehmen: %4</translation>
    </message>
    <message>
        <source>the value could not be read, so it is not written.</source>
        <translation>der Wert konnte nicht gelesen werden, deshalb wird er nicht geschrieben.</translation>
    </message>
    <message>
        <source>Give the connected user the right to read it.</source>
        <translation>Dem verbundenen Benutzer das Recht geben, ihn zu lesen.</translation>
    </message>
    <message>
        <source>it is no e-mail address.</source>
        <translation>es ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Die Adresse berichtigen.</translation>
    </message>
    <message>
        <source>it is no number with a dot as its decimal sign.</source>
        <translation>es ist keine Zahl mit einem Punkt als Dezimalzeichen.</translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation>Die Zahl berichtigen.</translation>
    </message>
    <message>
        <source>it is no date in the form YYYY-MM-DD.</source>
        <translation>es ist kein Datum der Form YYYY-MM-DD.</translation>
    </message>
    <message>
        <source>Correct the date.</source>
        <translation>Das Datum berichtigen.</translation>
    </message>
    <message>
        <source>it is no time in the form YYYY-MM-DDTHH:MM:SSZ.</source>
        <translation>es ist kein Zeitpunkt der Form YYYY-MM-DDTHH:MM:SSZ.</translation>
    </message>
    <message>
        <source>Correct the time.</source>
        <translation>Den Zeitpunkt berichtigen.</translation>
    </message>
    <message>
        <source>it is neither true nor false.</source>
        <translation>es ist weder true noch false.</translation>
    </message>
    <message>
        <source>Map the field through a lookup or a transform.</source>
        <translation>Das Feld über eine Nachschlagetabelle oder Umwandlung zuordnen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::HttpClient</name>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Abgebrochen, bevor es gesendet wurde.</translation>
    </message>
    <message>
        <source>Cancelled before an answer came.</source>
        <translation>Abgebrochen, bevor eine Antwort kam.</translation>
    </message>
    <message>
        <source>%1 failed several times in a row and is left alone for a while. The last time: %2</source>
        <translation>%1 ist mehrmals hintereinander gescheitert und wird eine Weile in Ruhe gelassen. Zuletzt: %2</translation>
    </message>
    <message>
        <source>Wait half a minute, or check the server.</source>
        <translation>Eine halbe Minute warten, oder den Server prüfen.</translation>
    </message>
    <message>
        <source>%1 is over its rate limit.</source>
        <translation>%1 ist über seiner Anfragegrenze.</translation>
    </message>
    <message>
        <source>Try again later, or lower rate_per_second of this integration.</source>
        <translation>Später noch einmal versuchen, oder rate_per_second dieser Integration senken.</translation>
    </message>
    <message>
        <source>%1 redirects to %2.</source>
        <translation>%1 leitet zu %2 weiter.</translation>
    </message>
    <message>
        <source>Enter the address that the CRM really has.</source>
        <translation>Die Adresse eingeben, die das CRM wirklich hat.</translation>
    </message>
    <message>
        <source>%1 answered with status %2.</source>
        <translation>%1 hat mit Status %2 geantwortet.</translation>
    </message>
    <message>
        <source>Enter the address as in the browser, for example https://crm.example.com.</source>
        <translation>Die Adresse wie im Browser eingeben, zum Beispiel https://crm.example.com.</translation>
    </message>
    <message>
        <source>%1 is no web address.</source>
        <translation>%1 ist keine Webadresse.</translation>
    </message>
    <message>
        <source>The address must not hold a user name or password.</source>
        <translation>Die Adresse darf keinen Benutzernamen und kein Passwort enthalten.</translation>
    </message>
    <message>
        <source>%1 is not encrypted: passwords and customer data would be readable on the way.</source>
        <translation>%1 ist nicht verschlüsselt: Passwörter und Kundendaten wären unterwegs lesbar.</translation>
    </message>
    <message>
        <source>Use https://; plain http:// is allowed to this computer only.</source>
        <translation>https:// benutzen; einfaches http:// ist nur zu diesem Rechner erlaubt.</translation>
    </message>
    <message>
        <source>%1 takes no more requests of this account today.</source>
        <translation>%1 nimmt heute keine Anfragen dieses Kontos mehr an.</translation>
    </message>
    <message>
        <source>Wait until midnight of the account&apos;s time zone, or sync less often.</source>
        <translation>Bis Mitternacht in der Zeitzone des Kontos warten, oder seltener abgleichen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::HubSpotConnector</name>
    <message>
        <source>New and changed records can start workflows in HubSpot, which send e-mails and change other records.</source>
        <translation>Neue und geänderte Datensätze können in HubSpot Workflows starten, die E-Mails senden und andere Datensätze ändern.</translation>
    </message>
    <message>
        <source>HubSpot may make a company for the domain of a new contact&apos;s address and link the two, if the account is set up so.</source>
        <translation>HubSpot legt zur Domain der Adresse eines neuen Kontakts vielleicht eine Firma an und verknüpft die beiden, wenn das Konto so eingestellt ist.</translation>
    </message>
    <message>
        <source>HubSpot has no entity &quot;%1&quot;.</source>
        <translation>HubSpot hat keine Datensatzart „%1“.</translation>
    </message>
    <message>
        <source>Choose companies, contacts, deals, tasks, calls, notes or owners.</source>
        <translation>companies, contacts, deals, tasks, calls, notes oder owners wählen.</translation>
    </message>
    <message>
        <source>HubSpot offers no sign-in of the kind %1.</source>
        <translation>HubSpot bietet keine Anmeldung der Art %1.</translation>
    </message>
    <message>
        <source>Use token, which takes a service key or a private app&apos;s token, or oauth2_code.</source>
        <translation>token verwenden, das einen Service Key oder das Token einer privaten App nimmt, oder oauth2_code.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::HubSpotWebhooks</name>
    <message>
        <source>The body is not HubSpot&apos;s.</source>
        <translation>Der Inhalt ist nicht von HubSpot.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::MauticConnector</name>
    <message>
        <source>Writing a contact&apos;s company text that Mautic does not know yet creates a company of that name and links it.</source>
        <translation>Steht im Firmentext eines Kontakts ein Name, den Mautic noch nicht kennt, legt Mautic eine Firma dieses Namens an und verknüpft sie.</translation>
    </message>
    <message>
        <source>New and changed contacts enter and leave filter segments, which can start campaigns and send e-mails.</source>
        <translation>Neue und geänderte Kontakte kommen in gefilterte Segmente oder verlassen sie; das kann Kampagnen starten und E-Mails senden.</translation>
    </message>
    <message>
        <source>Mautic has no entity &quot;%1&quot;.</source>
        <translation>Mautic hat keine Datensatzart „%1“.</translation>
    </message>
    <message>
        <source>Choose contacts or companies.</source>
        <translation>contacts oder companies wählen.</translation>
    </message>
    <message>
        <source>Mautic offers no sign-in of the kind %1.</source>
        <translation>Mautic bietet keine Anmeldung der Art %1.</translation>
    </message>
    <message>
        <source>Use oauth2_client_credentials, oauth2_code or basic.</source>
        <translation>oauth2_client_credentials, oauth2_code oder basic benutzen.</translation>
    </message>
    <message>
        <source>Joining a segment or a campaign can send e-mails to the contact.</source>
        <translation>Der Beitritt zu einem Segment oder einer Kampagne kann E-Mails an den Kontakt auslösen.</translation>
    </message>
    <message>
        <source>Mautic does not tell which %1 were deleted.</source>
        <translation>Mautic sagt nicht, welche %1 gelöscht wurden.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::MauticWebhooks</name>
    <message>
        <source>The body is not Mautic&apos;s.</source>
        <translation>Der Inhalt ist nicht von Mautic.</translation>
    </message>
    <message>
        <source>Tells Syncline which contacts and companies changed.</source>
        <translation>Meldet Syncline, welche Kontakte und Unternehmen sich geändert haben.</translation>
    </message>
    <message>
        <source>The webhook in %1</source>
        <translation>Der Webhook in %1</translation>
    </message>
    <message>
        <source>The webhook %1 in %2</source>
        <translation>Der Webhook %1 in %2</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::SalesforceConnector</name>
    <message>
        <source>New and changed records can start flows and triggers in Salesforce, which send e-mails and change other records.</source>
        <translation>Neue und geänderte Datensätze können in Salesforce Flows und Trigger auslösen, die E-Mails senden und andere Datensätze ändern.</translation>
    </message>
    <message>
        <source>Deleting an account in Salesforce deletes its contacts, opportunities and activities as well.</source>
        <translation>Wird in Salesforce ein Account gelöscht, werden auch seine Kontakte, Opportunities und Aktivitäten gelöscht.</translation>
    </message>
    <message>
        <source>Salesforce has no entity &quot;%1&quot; here.</source>
        <translation>Salesforce hat hier keine Datensatzart „%1“.</translation>
    </message>
    <message>
        <source>Choose Account, Contact, Lead, Opportunity, Task, Event or User.</source>
        <translation>Account, Contact, Lead, Opportunity, Task, Event oder User wählen.</translation>
    </message>
    <message>
        <source>Salesforce offers no sign-in of the kind %1.</source>
        <translation>Salesforce bietet keine Anmeldung der Art %1 an.</translation>
    </message>
    <message>
        <source>Use oauth2_code, or oauth2_client_credentials with the address of your own Salesforce.</source>
        <translation>oauth2_code verwenden, oder oauth2_client_credentials mit der Adresse des eigenen Salesforce.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::SignIn</name>
    <message>
        <source>The secret %1 is missing.</source>
        <translation>In den Zugangsdaten fehlt %1.</translation>
    </message>
    <message>
        <source>Cancelled while signing in.</source>
        <translation>Beim Anmelden abgebrochen.</translation>
    </message>
    <message>
        <source>The sign-in was broken off.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Check that the address is that of the CRM itself, with its sub-folder if it has one.</source>
        <translation>Prüfen, ob die Adresse die des CRM selbst ist, mit seinem Unterordner, wenn es einen hat.</translation>
    </message>
    <message>
        <source>%1 answered the sign-in with something else than a token.</source>
        <translation>%1 hat auf die Anmeldung mit etwas anderem als einem Token geantwortet.</translation>
    </message>
    <message>
        <source>%1 has no sign-in address at %2.</source>
        <translation>%1 hat unter %2 keine Anmeldeadresse.</translation>
    </message>
    <message>
        <source>%1 is not available at the moment (status %2).</source>
        <translation>%1 ist zurzeit nicht verfügbar (Status %2).</translation>
    </message>
    <message>
        <source>Try again later; if it stays so, look at the server.</source>
        <translation>Später noch einmal versuchen; bleibt es so, den Server ansehen.</translation>
    </message>
    <message>
        <source>%1 refused the sign-in (status %2).</source>
        <translation>%1 hat die Anmeldung abgelehnt (Status %2).</translation>
    </message>
    <message>
        <source>Check client id, client secret, user name and password, then connect again.</source>
        <translation>Client-ID, Client-Geheimnis, Benutzernamen und Passwort prüfen, dann neu verbinden.</translation>
    </message>
    <message>
        <source>The API of %1 is switched off.</source>
        <translation>Die API von %1 ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Have an administrator switch it on (in Mautic: Settings, Configuration, API Settings, “API enabled”), then connect again.</source>
        <translation>Von einem Administrator einschalten lassen (in Mautic: Settings, Configuration, API Settings, „API enabled“), dann neu verbinden.</translation>
    </message>
    <message>
        <source>%1 does not let this account use its API (status 403).</source>
        <translation>%1 lässt dieses Konto seine API nicht benutzen (Status 403).</translation>
    </message>
    <message>
        <source>Have an administrator switch the API on in the CRM&apos;s settings and allow it to this account.</source>
        <translation>Von einem Administrator die API in den Einstellungen des CRM einschalten und diesem Konto erlauben lassen.</translation>
    </message>
    <message>
        <source>%1 did not allow the sign-in in the browser.</source>
        <translation>%1 hat die Anmeldung im Browser nicht erlaubt.</translation>
    </message>
    <message>
        <source>Sign in again, and allow Syncline what it asks for.</source>
        <translation>Neu anmelden und Syncline erlauben, worum es bittet.</translation>
    </message>
    <message>
        <source>Make a client in the CRM and give its id and secret.</source>
        <translation>Einen Client im CRM anlegen und seine ID und sein Geheimnis angeben.</translation>
    </message>
    <message>
        <source>Check client id and secret, and that %1 is registered in the CRM as the redirect address; then sign in again.</source>
        <translation>Client-ID und Geheimnis prüfen, und ob %1 im CRM als Rückkehradresse eingetragen ist; dann neu anmelden.</translation>
    </message>
    <message>
        <source>%1 signed in but gave nothing to stay signed in with.</source>
        <translation>%1 hat angemeldet, aber nichts gegeben, um angemeldet zu bleiben.</translation>
    </message>
    <message>
        <source>Let the client in the CRM use refresh tokens, or choose another kind of sign-in.</source>
        <translation>Den Client im CRM Refresh-Token benutzen lassen, oder eine andere Anmeldeart wählen.</translation>
    </message>
    <message>
        <source>Port %1 of this computer, where the browser is to come back, is in use.</source>
        <translation>Port %1 dieses Rechners, auf dem der Browser zurückkommen soll, ist belegt.</translation>
    </message>
    <message>
        <source>End the other program or sign-in that uses it, or set another redirect_port and register the new address in the CRM.</source>
        <translation>Das andere Programm oder die andere Anmeldung dort beenden, oder einen anderen redirect_port setzen und die neue Adresse im CRM eintragen.</translation>
    </message>
    <message>
        <source>Stopped waiting for the browser.</source>
        <translation>Das Warten auf den Browser ist beendet.</translation>
    </message>
    <message>
        <source>Nobody signed in within %1 minutes.</source>
        <translation>Niemand hat sich innerhalb von %1 Minuten angemeldet.</translation>
    </message>
    <message>
        <source>Start the sign-in again and finish it in the browser.</source>
        <translation>Die Anmeldung neu beginnen und im Browser abschließen.</translation>
    </message>
    <message>
        <source>That was not a sign-in.</source>
        <translation>Das war keine Anmeldung.</translation>
    </message>
    <message>
        <source>There is nothing here.</source>
        <translation>Hier ist nichts.</translation>
    </message>
    <message>
        <source>This is not the sign-in that Syncline waits for. Start it again in Syncline.</source>
        <translation>Das ist nicht die Anmeldung, auf die Syncline wartet. Sie in Syncline neu beginnen.</translation>
    </message>
    <message>
        <source>Syncline goes on by itself. You can close this page.</source>
        <translation>Syncline läuft von selbst weiter. Diese Seite kann geschlossen werden.</translation>
    </message>
    <message>
        <source>The CRM did not allow the sign-in. You can close this page; Syncline says more.</source>
        <translation>Das CRM hat die Anmeldung nicht erlaubt. Diese Seite kann geschlossen werden; Syncline sagt mehr.</translation>
    </message>
    <message>
        <source>Sign in again with: syncline-cli integration reconnect NAME</source>
        <translation>Neu anmelden mit: syncline-cli integration reconnect NAME</translation>
    </message>
    <message>
        <source>The sign-in has ended. Sign in again with: syncline-cli integration reconnect NAME</source>
        <translation>Die Anmeldung ist abgelaufen. Neu anmelden mit: syncline-cli integration reconnect NAME</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::SuiteCrm</name>
    <message>
        <source>%1 did not take the changes of %2.</source>
        <translation>%1 hat die Änderungen an %2 nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 did not tell whether an e-mail address is opted out.</source>
        <translation>%1 hat nicht mitgeteilt, ob eine E-Mail-Adresse abgemeldet ist.</translation>
    </message>
    <message>
        <source>Try again.</source>
        <translation>Noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 did not deliver the e-mail addresses of %2.</source>
        <translation>%1 hat die E-Mail-Adressen von %2 nicht geliefert.</translation>
    </message>
    <message>
        <source>%1 did not take the e-mail address %2.</source>
        <translation>%1 hat die E-Mail-Adresse %2 nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 did not change the opt-out of %2.</source>
        <translation>%1 hat die Abmeldung von %2 nicht geändert.</translation>
    </message>
    <message>
        <source>%1 did not give %2 the e-mail address %3.</source>
        <translation>%1 hat %2 die E-Mail-Adresse %3 nicht gegeben.</translation>
    </message>
    <message>
        <source>%1 did not take the e-mail address %2 from %3.</source>
        <translation>%1 hat die E-Mail-Adresse %2 nicht von %3 genommen.</translation>
    </message>
    <message>
        <source>The record was deleted in SuiteCRM; the next run takes that in.</source>
        <translation>Der Datensatz wurde in SuiteCRM gelöscht; der nächste Lauf nimmt das auf.</translation>
    </message>
    <message>
        <source>Have a SuiteCRM administrator give the role of the sync&apos;s user access to this module and its records.</source>
        <translation>Von einem SuiteCRM-Administrator der Rolle des Abgleichbenutzers Zugriff auf dieses Modul und seine Datensätze geben lassen.</translation>
    </message>
    <message>
        <source>Look for the record in SuiteCRM, also among the deleted ones.</source>
        <translation>Den Datensatz in SuiteCRM suchen, auch unter den gelöschten.</translation>
    </message>
    <message>
        <source>The record has an id of an unusual form; change it in SuiteCRM by hand.</source>
        <translation>Der Datensatz hat eine ID von ungewöhnlicher Form; ihn in SuiteCRM von Hand ändern.</translation>
    </message>
    <message>
        <source>Correct the value, or the mapping of the field.</source>
        <translation>Den Wert oder die Zuordnung des Feldes berichtigen.</translation>
    </message>
    <message>
        <source>Sign in again.</source>
        <translation>Neu anmelden.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Später noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Check that SuiteCRM still lives at this address, then test the connection.</source>
        <translation>Prüfen, ob SuiteCRM noch unter dieser Adresse läuft, dann die Verbindung testen.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look into suitecrm.log and the web server&apos;s error log.</source>
        <translation>Noch einmal versuchen; bleibt es so, suitecrm.log und das Fehlerprotokoll des Webservers ansehen.</translation>
    </message>
    <message>
        <source>Its answer was not whole. Try again; if it stays so, look for a proxy or a PHP error message in between.</source>
        <translation>Seine Antwort war nicht vollständig. Noch einmal versuchen; bleibt es so, nach einem Proxy oder einer PHP-Fehlermeldung dazwischen suchen.</translation>
    </message>
    <message>
        <source>%1 answers.</source>
        <translation>%1 antwortet.</translation>
    </message>
    <message>
        <source>The sign-in worked, but the server refuses the token that it gave.</source>
        <translation>Die Anmeldung ist gelungen, aber der Server lehnt das Token ab, das er ausgegeben hat.</translation>
    </message>
    <message>
        <source>Under PHP-FPM or nginx the web server may drop the Authorization header: have the administrator pass it on (Apache: CGIPassAuth On, or a RewriteRule that sets HTTP_AUTHORIZATION).</source>
        <translation>Unter PHP-FPM oder nginx lässt der Webserver die Kopfzeile Authorization manchmal fallen: sie vom Administrator weiterreichen lassen (Apache: CGIPassAuth On, oder eine RewriteRule, die HTTP_AUTHORIZATION setzt).</translation>
    </message>
    <message>
        <source>%1 does not open %2 to the sync&apos;s user.</source>
        <translation>%1 öffnet %2 nicht für den Abgleichbenutzer.</translation>
    </message>
    <message>
        <source>%1 (%2 fields)</source>
        <translation>%1 (%2 Felder)</translation>
    </message>
    <message>
        <source>The sync&apos;s user may use the API.</source>
        <translation>Der Abgleichbenutzer darf die API benutzen.</translation>
    </message>
    <message>
        <source>The sign-in worked.</source>
        <translation>Die Anmeldung ist gelungen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: SuiteCRM deletes what stands behind a “&lt;”; a space was put in between.</source>
        <translation>%1: SuiteCRM löscht, was hinter einem „&lt;“ steht; ein Leerzeichen wurde dazwischengesetzt.</translation>
    </message>
    <message>
        <source>%1: SuiteCRM stores HTML entities as the characters that they mean.</source>
        <translation>%1: SuiteCRM speichert HTML-Entitäten als die Zeichen, die sie bedeuten.</translation>
    </message>
    <message>
        <source>%1: SuiteCRM does not keep blanks at the ends, carriage returns and NUL characters.</source>
        <translation>%1: SuiteCRM behält Leerzeichen an den Enden, Wagenrücklauf- und NUL-Zeichen nicht.</translation>
    </message>
    <message>
        <source>the text has %1 characters, SuiteCRM keeps only %2.</source>
        <translation>der Text hat %1 Zeichen, SuiteCRM behält nur %2.</translation>
    </message>
    <message>
        <source>Shorten the text, or let the mapping cut it.</source>
        <translation>Den Text kürzen, oder ihn von der Zuordnung kürzen lassen.</translation>
    </message>
    <message>
        <source>the text is longer than 65535 bytes.</source>
        <translation>der Text ist länger als 65535 Byte.</translation>
    </message>
    <message>
        <source>“%1” is not among the options of the list.</source>
        <translation>„%1“ ist nicht unter den Einträgen der Liste.</translation>
    </message>
    <message>
        <source>Translate the value in the mapping, or add the option in SuiteCRM.</source>
        <translation>Den Wert in der Zuordnung übersetzen, oder den Eintrag in SuiteCRM hinzufügen.</translation>
    </message>
    <message>
        <source>“%1” is no e-mail address; SuiteCRM would drop it silently.</source>
        <translation>„%1“ ist keine E-Mail-Adresse; SuiteCRM ließe sie wortlos fallen.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Die Adresse berichtigen.</translation>
    </message>
    <message>
        <source>“%1” is no whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation>Die Zahl berichtigen.</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>%1 has more digits than SuiteCRM can keep exactly (%2).</source>
        <translation>%1 hat mehr Stellen, als SuiteCRM genau behalten kann (%2).</translation>
    </message>
    <message>
        <source>Round the number in the mapping.</source>
        <translation>Die Zahl in der Zuordnung runden.</translation>
    </message>
    <message>
        <source>“%1” is neither yes nor no.</source>
        <translation>„%1“ ist weder ja noch nein.</translation>
    </message>
    <message>
        <source>Correct the value, or convert it in the mapping.</source>
        <translation>Den Wert berichtigen, oder ihn in der Zuordnung umwandeln.</translation>
    </message>
    <message>
        <source>%1: SuiteCRM can only note a refusal, not a consent.</source>
        <translation>%1: SuiteCRM kann nur eine Ablehnung vermerken, keine Einwilligung.</translation>
    </message>
    <message>
        <source>“%1” is no statement about consent.</source>
        <translation>„%1“ ist keine Angabe zur Einwilligung.</translation>
    </message>
    <message>
        <source>Convert the value in the mapping.</source>
        <translation>Den Wert in der Zuordnung umwandeln.</translation>
    </message>
    <message>
        <source>“%1” is no date; SuiteCRM would store it as empty.</source>
        <translation>„%1“ ist kein Datum; SuiteCRM würde es als leer speichern.</translation>
    </message>
    <message>
        <source>Correct the date.</source>
        <translation>Das Datum berichtigen.</translation>
    </message>
    <message>
        <source>“%1” is no time in UTC; SuiteCRM would store it as empty.</source>
        <translation>„%1“ ist kein Zeitpunkt in UTC; SuiteCRM würde ihn als leer speichern.</translation>
    </message>
    <message>
        <source>Correct the time.</source>
        <translation>Den Zeitpunkt berichtigen.</translation>
    </message>
    <message>
        <source>%1: SuiteCRM does not show seconds.</source>
        <translation>%1: SuiteCRM zeigt keine Sekunden.</translation>
    </message>
    <message>
        <source>“%1” cannot be an entry of a SuiteCRM list.</source>
        <translation>„%1“ kann kein Eintrag einer SuiteCRM-Liste sein.</translation>
    </message>
    <message>
        <source>Translate the value in the mapping.</source>
        <translation>Den Wert in der Zuordnung übersetzen.</translation>
    </message>
    <message>
        <source>must not be empty; SuiteCRM would not check it, but its own screens do.</source>
        <translation>darf nicht leer sein; SuiteCRM würde es nicht prüfen, aber seine eigenen Masken tun es.</translation>
    </message>
    <message>
        <source>Enter a value, or give the mapping a default.</source>
        <translation>Einen Wert eingeben, oder der Zuordnung einen Vorgabewert geben.</translation>
    </message>
    <message>
        <source>%1: an empty tick box is shown as “no”.</source>
        <translation>%1: ein leeres Kontrollkästchen wird als „nein“ gezeigt.</translation>
    </message>
    <message>
        <source>SuiteCRM computes this field itself.</source>
        <translation>SuiteCRM berechnet dieses Feld selbst.</translation>
    </message>
    <message>
        <source>Map it in the other direction only.</source>
        <translation>Es nur in der anderen Richtung zuordnen.</translation>
    </message>
    <message>
        <source>the value is not known.</source>
        <translation>der Wert ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Read the record again before it is written.</source>
        <translation>Den Datensatz neu lesen, bevor er geschrieben wird.</translation>
    </message>
    <message>
        <source>SuiteCRM keeps a single value here.</source>
        <translation>SuiteCRM behält hier einen einzelnen Wert.</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>E-mail Opt Out</source>
        <translation>E-Mail-Abmeldung</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>%1 did not deliver %2.</source>
        <translation>%1 hat %2 nicht geliefert.</translation>
    </message>
    <message>
        <source>%1 delivers the same page of %2 again and again.</source>
        <translation>%1 liefert dieselbe Seite von %2 immer wieder.</translation>
    </message>
    <message>
        <source>Look for a cache or proxy before SuiteCRM that ignores the query; nothing was taken over.</source>
        <translation>Nach einem Cache oder Proxy vor SuiteCRM suchen, der die Abfrage nicht beachtet; nichts wurde übernommen.</translation>
    </message>
    <message>
        <source>%1 does not list the record %2 of %3.</source>
        <translation>%1 führt den Datensatz %2 von %3 nicht auf.</translation>
    </message>
    <message>
        <source>Look whether it was deleted there.</source>
        <translation>Nachsehen, ob er dort gelöscht wurde.</translation>
    </message>
    <message>
        <source>%1 does not tell its time.</source>
        <translation>%1 teilt seine Uhrzeit nicht mit.</translation>
    </message>
    <message>
        <source>%1 does not tell what was deleted.</source>
        <translation>%1 teilt nicht mit, was gelöscht wurde.</translation>
    </message>
    <message>
        <source>Deletions are found by comparing complete lists instead.</source>
        <translation>Löschungen werden stattdessen durch Vergleich vollständiger Listen gefunden.</translation>
    </message>
    <message>
        <source>SuiteCRM delivered an entry of %1 without an id.</source>
        <translation>SuiteCRM hat einen Eintrag von %1 ohne ID geliefert.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look into suitecrm.log.</source>
        <translation>Noch einmal versuchen; bleibt es so, suitecrm.log ansehen.</translation>
    </message>
    <message>
        <source>SuiteCRM&apos;s answer holds no list of %1.</source>
        <translation>Die Antwort von SuiteCRM enthält keine Liste von %1.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look for a proxy or a PHP error message in between.</source>
        <translation>Noch einmal versuchen; bleibt es so, nach einem Proxy oder einer PHP-Fehlermeldung dazwischen suchen.</translation>
    </message>
    <message>
        <source>The API of %1 is there, but fails.</source>
        <translation>Die API von %1 ist da, funktioniert aber nicht.</translation>
    </message>
    <message>
        <source>Have an administrator create the key pair of the API (Api/V8/OAuth2/private.key), and look into the web server&apos;s error log.</source>
        <translation>Von einem Administrator das Schlüsselpaar der API (Api/V8/OAuth2/private.key) anlegen und das Fehlerprotokoll des Webservers ansehen lassen.</translation>
    </message>
    <message>
        <source>%1 answers, but there is no SuiteCRM with API V8.</source>
        <translation>%1 antwortet, aber dort ist kein SuiteCRM mit API V8.</translation>
    </message>
    <message>
        <source>Enter the address of SuiteCRM&apos;s own start page, with its sub-folder if it has one.</source>
        <translation>Die Adresse der Startseite von SuiteCRM eingeben, mit seinem Unterordner, wenn es einen hat.</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Abgebrochen, bevor es gesendet wurde.</translation>
    </message>
    <message>
        <source>SuiteCRM keeps one opt-out flag per e-mail address: a change reaches every contact, lead and account that has the address.</source>
        <translation>SuiteCRM führt je E-Mail-Adresse ein einziges Abmeldezeichen: eine Änderung trifft jeden Kontakt, Interessenten und jede Firma mit dieser Adresse.</translation>
    </message>
    <message>
        <source>Workflows of SuiteCRM run on records that are created or changed, and may send messages.</source>
        <translation>Workflows von SuiteCRM laufen bei Datensätzen, die angelegt oder geändert werden, und senden unter Umständen Nachrichten.</translation>
    </message>
    <message>
        <source>%1 did not describe %2.</source>
        <translation>%1 hat %2 nicht beschrieben.</translation>
    </message>
    <message>
        <source>%1 does not offer %2.</source>
        <translation>%1 bietet %2 nicht an.</translation>
    </message>
    <message>
        <source>Have an administrator open the module to the sync&apos;s user, or remove it from the mapping.</source>
        <translation>Von einem Administrator das Modul für den Abgleichbenutzer öffnen lassen, oder es aus der Zuordnung entfernen.</translation>
    </message>
    <message>
        <source>%1 did not carry out the write to %2 (%3).</source>
        <translation>%1 hat das Schreiben nach %2 nicht ausgeführt (%3).</translation>
    </message>
    <message>
        <source>%1 has no field %2 in %3.</source>
        <translation>%1 hat kein Feld %2 in %3.</translation>
    </message>
    <message>
        <source>Remove the field from the mapping.</source>
        <translation>Das Feld aus der Zuordnung entfernen.</translation>
    </message>
    <message>
        <source>%1 has a contact with the address %2 already.</source>
        <translation>%1 hat schon einen Kontakt mit der Adresse %2.</translation>
    </message>
    <message>
        <source>The next run links the two.</source>
        <translation>Der nächste Lauf verknüpft die beiden.</translation>
    </message>
    <message>
        <source>%1 once had the record %2 and has deleted it.</source>
        <translation>%1 hatte den Datensatz %2 einmal und hat ihn gelöscht.</translation>
    </message>
    <message>
        <source>Create it in SuiteCRM by hand if it is wanted there.</source>
        <translation>Ihn in SuiteCRM von Hand anlegen, wenn er dort gewünscht ist.</translation>
    </message>
    <message>
        <source>SuiteCRM cannot be used with the sign-in %1.</source>
        <translation>SuiteCRM kann nicht mit der Anmeldung %1 benutzt werden.</translation>
    </message>
    <message>
        <source>Use oauth2_client_credentials or oauth2_password.</source>
        <translation>oauth2_client_credentials oder oauth2_password benutzen.</translation>
    </message>
    <message>
        <source>the site has no currency “%1”.</source>
        <translation>die Installation kennt keine Währung „%1“.</translation>
    </message>
    <message>
        <source>Add the currency in SuiteCRM, or set the site&apos;s own currency at this integration.</source>
        <translation>Die Währung in SuiteCRM anlegen, oder bei dieser Integration die eigene Währung der Installation einstellen.</translation>
    </message>
    <message>
        <source>%1 did not tell the links of %2 (%3).</source>
        <translation>%1 hat die Verknüpfungen von %2 (%3) nicht genannt.</translation>
    </message>
    <message>
        <source>%1 did not change the links of %2 (%3).</source>
        <translation>%1 hat die Verknüpfungen von %2 (%3) nicht geändert.</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Interessenten</translation>
    </message>
    <message>
        <source>Opportunities</source>
        <translation>Verkaufschancen</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Meetings</source>
        <translation>Meetings</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Related account</source>
        <translation>Zugehörige Firma</translation>
    </message>
    <message>
        <source>Related opportunity</source>
        <translation>Zugehörige Verkaufschance</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Duration in minutes</source>
        <translation>Dauer in Minuten</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Voller Name</translation>
    </message>
    <message>
        <source>Employee status</source>
        <translation>Mitarbeiterstatus</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::Transport</name>
    <message>
        <source>The answer of %1 is larger than allowed.</source>
        <translation>Die Antwort von %1 ist größer als erlaubt.</translation>
    </message>
    <message>
        <source>Use a smaller page_size.</source>
        <translation>Eine kleinere page_size benutzen.</translation>
    </message>
    <message>
        <source>The certificate of %1 has expired.</source>
        <translation>Das Zertifikat von %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>The certificate belongs to another host than %1.</source>
        <translation>Das Zertifikat gehört zu einem anderen Host als %1.</translation>
    </message>
    <message>
        <source>The certificate of %1 is self-signed.</source>
        <translation>Das Zertifikat von %1 ist selbst signiert.</translation>
    </message>
    <message>
        <source>The certificate of %1 cannot be trusted: %2.</source>
        <translation>Dem Zertifikat von %1 ist nicht zu trauen: %2.</translation>
    </message>
    <message>
        <source>the handshake failed</source>
        <translation>der Verbindungsaufbau ist gescheitert</translation>
    </message>
    <message>
        <source>%1 did not answer in time.</source>
        <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, raise timeout_ms or look at the server&apos;s load.</source>
        <translation>Noch einmal versuchen; bleibt es so, timeout_ms erhöhen oder die Last des Servers ansehen.</translation>
    </message>
    <message>
        <source>%1 refuses connections on port %2.</source>
        <translation>%1 lehnt Verbindungen auf Port %2 ab.</translation>
    </message>
    <message>
        <source>Check the address, and that the server is running.</source>
        <translation>Die Adresse prüfen, und ob der Server läuft.</translation>
    </message>
    <message>
        <source>There is no host named %1.</source>
        <translation>Es gibt keinen Host namens %1.</translation>
    </message>
    <message>
        <source>Check the address for a typing error.</source>
        <translation>Die Adresse auf einen Tippfehler prüfen.</translation>
    </message>
    <message>
        <source>Have the server&apos;s administrator install a valid certificate.</source>
        <translation>Vom Administrator des Servers ein gültiges Zertifikat einrichten lassen.</translation>
    </message>
    <message>
        <source>The proxy did not let the request through: %1.</source>
        <translation>Der Proxy hat die Anfrage nicht durchgelassen: %1.</translation>
    </message>
    <message>
        <source>Check the proxy settings of your system.</source>
        <translation>Die Proxy-Einstellungen des Systems prüfen.</translation>
    </message>
    <message>
        <source>The connection to %1 broke: %2.</source>
        <translation>Die Verbindung zu %1 ist abgerissen: %2.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, check the network and the server.</source>
        <translation>Noch einmal versuchen; bleibt es so, das Netzwerk und den Server prüfen.</translation>
    </message>
    <message>
        <source>The request to %1 was given up.</source>
        <translation>Die Anfrage an %1 wurde aufgegeben.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::WriteJob</name>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Abgebrochen, bevor es gesendet wurde.</translation>
    </message>
    <message>
        <source>The new record of %1</source>
        <translation>Der neue Datensatz von %1</translation>
    </message>
    <message>
        <source>Record %1 of %2</source>
        <translation>Datensatz %1 von %2</translation>
    </message>
    <message>
        <source>%1: %2&apos;s answer says nothing about it.</source>
        <translation>%1: Die Antwort von %2 sagt nichts dazu.</translation>
    </message>
    <message>
        <source>The next run looks at what was stored.</source>
        <translation>Der nächste Lauf sieht nach, was gespeichert wurde.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Api</name>
    <message>
        <source>%1: %2 gave an answer that is not HubSpot&apos;s (status %3).</source>
        <translation>%1: Die Antwort von %2 ist nicht die von HubSpot (Status %3).</translation>
    </message>
    <message>
        <source>Check that the key was copied as a whole.</source>
        <translation>Prüfen, ob der Schlüssel ganz kopiert wurde.</translation>
    </message>
    <message>
        <source>Check the address: HubSpot&apos;s is https://api.hubapi.com.</source>
        <translation>Die Adresse prüfen: die von HubSpot ist https://api.hubapi.com.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Associations</name>
    <message>
        <source>The links from %1 to %2</source>
        <translation>Die Verknüpfungen von %1 mit %2</translation>
    </message>
    <message>
        <source>The links of record %1 of %2</source>
        <translation>Die Verknüpfungen des Datensatzes %1 von %2</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Batch</name>
    <message>
        <source>A new record of %1 in HubSpot needs all of these: %2.</source>
        <translation>Ein neuer Datensatz von %1 in HubSpot braucht all das: %2.</translation>
    </message>
    <message>
        <source>A new record of %1 in HubSpot needs one of these: %2.</source>
        <translation>Ein neuer Datensatz von %1 in HubSpot braucht eines davon: %2.</translation>
    </message>
    <message>
        <source>Map them all, and enter values or give the mapping defaults.</source>
        <translation>Alle zuordnen, und Werte eingeben oder der Zuordnung Vorgabewerte geben.</translation>
    </message>
    <message>
        <source>Map at least one of them, and enter a value.</source>
        <translation>Wenigstens eines davon zuordnen, und einen Wert eingeben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id of a record of %2 in HubSpot.</source>
        <translation>„%1“ ist keine ID eines Datensatzes von %2 in HubSpot.</translation>
    </message>
    <message>
        <source>%1 in HubSpot have no property %2 any more.</source>
        <translation>%1 in HubSpot haben keine Eigenschaft %2 mehr.</translation>
    </message>
    <message>
        <source>Read the field list again and mend the mapping.</source>
        <translation>Die Feldliste neu lesen und die Zuordnung berichtigen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::ConnectionTest</name>
    <message>
        <source>The connection test</source>
        <translation>Der Verbindungstest</translation>
    </message>
    <message>
        <source>Enter https://api.hubapi.com, which is the address for every account.</source>
        <translation>https://api.hubapi.com eingeben; das ist die Adresse für jedes Konto.</translation>
    </message>
    <message>
        <source>The sign-in to %1</source>
        <translation>Die Anmeldung bei %1</translation>
    </message>
    <message>
        <source>Signed in to account %1.</source>
        <translation>Angemeldet bei Konto %1.</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Companies, contacts, deals and activities may be read.</source>
        <translation>Firmen, Kontakte, Geschäfte und Aktivitäten dürfen gelesen werden.</translation>
    </message>
    <message>
        <source>Companies and contacts may be read; these take no part: %1.</source>
        <translation>Firmen und Kontakte dürfen gelesen werden; nicht dabei sind: %1.</translation>
    </message>
    <message>
        <source>%1: %2 properties</source>
        <translation>%1: %2 Eigenschaften</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Decoding</name>
    <message>
        <source>HubSpot&apos;s answer about %1 holds something that is no record.</source>
        <translation>Die Antwort von HubSpot über %1 enthält etwas, das kein Datensatz ist.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell HubSpot&apos;s support.</source>
        <translation>Noch einmal versuchen; bleibt es so, dem Support von HubSpot Bescheid geben.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Deletions</name>
    <message>
        <source>The recycle bin of %1</source>
        <translation>Der Papierkorb von %1</translation>
    </message>
    <message>
        <source>The merged records of %1</source>
        <translation>Die zusammengeführten Datensätze von %1</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Encoding</name>
    <message>
        <source>it has %1 characters, %2 are allowed.</source>
        <translation>es hat %1 Zeichen, %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>Shorten the value.</source>
        <translation>Den Wert kürzen.</translation>
    </message>
    <message>
        <source>HubSpot keeps addresses in lower case.</source>
        <translation>HubSpot speichert Adressen in Kleinbuchstaben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the options of this property.</source>
        <translation>„%1“ ist kein Auswahlwert dieser Eigenschaft.</translation>
    </message>
    <message>
        <source>Add the option in HubSpot, or translate the value with a lookup in the mapping.</source>
        <translation>Den Auswahlwert in HubSpot hinzufügen, oder den Wert mit einer Nachschlagetabelle in der Zuordnung übersetzen.</translation>
    </message>
    <message>
        <source>it is not among the options of this property.</source>
        <translation>es ist kein Auswahlwert dieser Eigenschaft.</translation>
    </message>
    <message>
        <source>HubSpot has no properties of this type.</source>
        <translation>HubSpot hat keine Eigenschaften dieses Typs.</translation>
    </message>
    <message>
        <source>Map the value to another property.</source>
        <translation>Den Wert einer anderen Eigenschaft zuordnen.</translation>
    </message>
    <message>
        <source>HubSpot computes this property, or lets nobody write it.</source>
        <translation>HubSpot berechnet diese Eigenschaft, oder lässt sie niemanden schreiben.</translation>
    </message>
    <message>
        <source>Map it in the direction from HubSpot only.</source>
        <translation>Es nur in der Richtung von HubSpot zuordnen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Lists</name>
    <message>
        <source>Lists</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>The lists of contacts</source>
        <translation>Die Listen der Kontakte</translation>
    </message>
    <message>
        <source>The lists that contacts are on</source>
        <translation>Die Listen, auf denen Kontakte stehen</translation>
    </message>
    <message>
        <source>The list %1 of contacts</source>
        <translation>Die Kontaktliste %1</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Owners</name>
    <message>
        <source>Owners</source>
        <translation>Zuständige</translation>
    </message>
    <message>
        <source>Full name</source>
        <translation>Voller Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>The list of owners</source>
        <translation>Die Liste der Zuständigen</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::PropertyCatalog</name>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Tasks</source>
        <translation>Aufgaben</translation>
    </message>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Associated contacts</source>
        <translation>Zugeordnete Kontakte</translation>
    </message>
    <message>
        <source>Associated deal</source>
        <translation>Zugeordnetes Geschäft</translation>
    </message>
    <message>
        <source>Associated company</source>
        <translation>Zugeordnete Firma</translation>
    </message>
    <message>
        <source>Associated companies</source>
        <translation>Zugeordnete Firmen</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>The pipelines of deals</source>
        <translation>Die Pipelines der Geschäfte</translation>
    </message>
    <message>
        <source>HubSpot has no properties of the type %1.</source>
        <translation>HubSpot hat keine Eigenschaften des Typs %1.</translation>
    </message>
    <message>
        <source>Choose another field.</source>
        <translation>Ein anderes Feld wählen.</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>The property %1 of %2</source>
        <translation>Die Eigenschaft %1 von %2</translation>
    </message>
    <message>
        <source>The list of properties of %1</source>
        <translation>Die Liste der Eigenschaften von %1</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Reader</name>
    <message>
        <source>Record %1 of %2</source>
        <translation>Datensatz %1 von %2</translation>
    </message>
    <message>
        <source>%1 in HubSpot have no property %2.</source>
        <translation>%1 in HubSpot haben keine Eigenschaft %2.</translation>
    </message>
    <message>
        <source>Choose another field as the match key.</source>
        <translation>Ein anderes Feld als Erkennungsmerkmal wählen.</translation>
    </message>
    <message>
        <source>Records of %1</source>
        <translation>Datensätze von %1</translation>
    </message>
    <message>
        <source>HubSpot&apos;s list of %1 goes round in a circle.</source>
        <translation>Die Liste von %1 in HubSpot geht im Kreis.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell HubSpot&apos;s support.</source>
        <translation>Noch einmal versuchen; bleibt es so, dem Support von HubSpot Bescheid geben.</translation>
    </message>
    <message>
        <source>The list of %1</source>
        <translation>Die Liste von %1</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Refusal</name>
    <message>
        <source>HubSpot is moving this account to another data centre. Sync again tomorrow.</source>
        <translation>HubSpot zieht dieses Konto in ein anderes Rechenzentrum um. Morgen wieder abgleichen.</translation>
    </message>
    <message>
        <source>Another program was changing the same records. The next run tries again.</source>
        <translation>Ein anderes Programm hat dieselben Datensätze geändert. Der nächste Lauf versucht es wieder.</translation>
    </message>
    <message>
        <source>Make a new key in HubSpot (Development, Keys, Service keys) and connect this integration again.</source>
        <translation>In HubSpot einen neuen Schlüssel anlegen (Development, Keys, Service keys) und diese Integration neu verbinden.</translation>
    </message>
    <message>
        <source>Give the key in HubSpot these scopes, then try again: %1.</source>
        <translation>Dem Schlüssel in HubSpot diese Scopes geben, dann noch einmal versuchen: %1.</translation>
    </message>
    <message>
        <source>Give the key in HubSpot the scopes for contacts and companies, then try again.</source>
        <translation>Dem Schlüssel in HubSpot die Scopes für Kontakte und Firmen geben, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>Try again later, or leave more of the limit to other programs with the setting share.</source>
        <translation>Später noch einmal versuchen, oder mit der Einstellung share anderen Programmen mehr von der Grenze lassen.</translation>
    </message>
    <message>
        <source>Check whether the record still exists in HubSpot.</source>
        <translation>Prüfen, ob es den Datensatz in HubSpot noch gibt.</translation>
    </message>
    <message>
        <source>Try again later; HubSpot tells at status.hubspot.com whether it has troubles.</source>
        <translation>Später noch einmal versuchen; unter status.hubspot.com sagt HubSpot, ob es Störungen hat.</translation>
    </message>
    <message>
        <source>%1: HubSpot answered with status %2.</source>
        <translation>%1: HubSpot hat mit Status %2 geantwortet.</translation>
    </message>
    <message>
        <source>%1: HubSpot says &quot;%2&quot;.</source>
        <translation>%1: HubSpot sagt „%2“.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Search</name>
    <message>
        <source>The search for %1</source>
        <translation>Die Suche nach %1</translation>
    </message>
    <message>
        <source>%1: record %2 came behind record %3.</source>
        <translation>%1: Datensatz %2 kam hinter Datensatz %3.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell HubSpot&apos;s support that it ignores the order by id.</source>
        <translation>Noch einmal versuchen; bleibt es so, dem Support von HubSpot sagen, dass die Reihenfolge nach ID nicht beachtet wird.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::hubspot::Writer</name>
    <message>
        <source>A batch of %1</source>
        <translation>Ein Stapel von %1</translation>
    </message>
    <message>
        <source>The removal of records of %1</source>
        <translation>Das Löschen von Datensätzen von %1</translation>
    </message>
    <message>
        <source>%1: HubSpot could not put it on the list %2, or take it off.</source>
        <translation>%1: HubSpot konnte ihn nicht auf die Liste %2 setzen oder von ihr nehmen.</translation>
    </message>
    <message>
        <source>Check whether the record still exists in HubSpot.</source>
        <translation>Prüfen, ob es den Datensatz in HubSpot noch gibt.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::Api</name>
    <message>
        <source>Connect this integration again.</source>
        <translation>Diese Integration neu verbinden.</translation>
    </message>
    <message>
        <source>Have an administrator switch on the API in Mautic: Configuration, API Settings.</source>
        <translation>Von einem Administrator die API in Mautic einschalten lassen: Configuration, API Settings.</translation>
    </message>
    <message>
        <source>Have an administrator switch on HTTP basic auth in Mautic&apos;s API Settings, or connect with OAuth 2.</source>
        <translation>Von einem Administrator HTTP basic auth in den API Settings von Mautic einschalten lassen, oder mit OAuth 2 verbinden.</translation>
    </message>
    <message>
        <source>Give the role of the connected user this right in Mautic: Settings, Roles.</source>
        <translation>Der Rolle des verbundenen Benutzers dieses Recht in Mautic geben: Settings, Roles.</translation>
    </message>
    <message>
        <source>Try again later, or lower rate_per_hour of this integration.</source>
        <translation>Später noch einmal versuchen, oder rate_per_hour dieser Integration senken.</translation>
    </message>
    <message>
        <source>Check the address of the integration, and whether the record still exists.</source>
        <translation>Die Adresse der Integration prüfen, und ob es den Datensatz noch gibt.</translation>
    </message>
    <message>
        <source>Look into Mautic&apos;s log, or ask its administrator.</source>
        <translation>Das Protokoll von Mautic ansehen, oder seinen Administrator fragen.</translation>
    </message>
    <message>
        <source>%1: Mautic answered with status %2.</source>
        <translation>%1: Mautic hat mit Status %2 geantwortet.</translation>
    </message>
    <message>
        <source>%1: Mautic says &quot;%2&quot;.</source>
        <translation>%1: Mautic sagt „%2“.</translation>
    </message>
    <message>
        <source>%1: %2 gave an answer that is not Mautic&apos;s (status %3).</source>
        <translation>%1: Die Antwort von %2 ist nicht die von Mautic (Status %3).</translation>
    </message>
    <message>
        <source>Check that the address is that of Mautic itself, with its sub-folder if it has one.</source>
        <translation>Prüfen, ob die Adresse die von Mautic selbst ist, mit seinem Unterordner, wenn es einen hat.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::AuditLog</name>
    <message>
        <source>The audit log of %1</source>
        <translation>Das Audit-Protokoll von %1</translation>
    </message>
    <message>
        <source>%1 is not available.</source>
        <translation>%1 ist nicht verfügbar.</translation>
    </message>
    <message>
        <source>Deletions are found by comparing complete lists instead.</source>
        <translation>Löschungen werden stattdessen durch Vergleich vollständiger Listen gefunden.</translation>
    </message>
    <message>
        <source>The audit log of %1 does not count upwards.</source>
        <translation>Das Audit-Protokoll von %1 zählt nicht aufwärts.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::Batch</name>
    <message>
        <source>%1 in Mautic have no field %2.</source>
        <translation>%1 in Mautic haben kein Feld %2.</translation>
    </message>
    <message>
        <source>Read the fields of this integration again and correct the mapping.</source>
        <translation>Die Felder dieser Integration neu lesen und die Zuordnung berichtigen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id of a record of %2 in Mautic.</source>
        <translation>„%1“ ist keine ID eines Datensatzes von %2 in Mautic.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::ConnectionTest</name>
    <message>
        <source>The connection test</source>
        <translation>Der Verbindungstest</translation>
    </message>
    <message>
        <source>Enter the address at which Mautic&apos;s own pages open, with its sub-folder if it has one.</source>
        <translation>Die Adresse eingeben, unter der sich die Seiten von Mautic öffnen, mit seinem Unterordner, wenn es einen hat.</translation>
    </message>
    <message>
        <source>The sign-in to %1</source>
        <translation>Die Anmeldung bei %1</translation>
    </message>
    <message>
        <source>The sign-in was accepted.</source>
        <translation>Die Anmeldung wurde angenommen.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Reading %1 in %2</source>
        <translation>Das Lesen von %1 in %2</translation>
    </message>
    <message>
        <source>Contacts and companies may be read.</source>
        <translation>Kontakte und Firmen dürfen gelesen werden.</translation>
    </message>
    <message>
        <source>Contacts have %1 fields, companies %2.</source>
        <translation>Kontakte haben %1 Felder, Firmen %2.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::Decoding</name>
    <message>
        <source>Mautic&apos;s list of %1 holds something that is no record.</source>
        <translation>Die Liste von %1 in Mautic enthält etwas, das kein Datensatz ist.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look for an error in Mautic&apos;s log.</source>
        <translation>Noch einmal versuchen; bleibt es so, im Protokoll von Mautic nach einem Fehler suchen.</translation>
    </message>
    <message>
        <source>Mautic&apos;s answer holds no list of %1.</source>
        <translation>Die Antwort von Mautic enthält keine Liste von %1.</translation>
    </message>
    <message>
        <source>Check that the address is that of Mautic itself, with its sub-folder if it has one.</source>
        <translation>Prüfen, ob die Adresse die von Mautic selbst ist, mit seinem Unterordner, wenn es einen hat.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::Encoding</name>
    <message>
        <source>it has %1 characters, %2 are allowed.</source>
        <translation>es hat %1 Zeichen, %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>Shorten the value, or map it to a field of the type textarea.</source>
        <translation>Den Wert kürzen, oder ihn einem Feld vom Typ textarea zuordnen.</translation>
    </message>
    <message>
        <source>Mautic removes HTML tags and outer blanks, and decodes HTML entities.</source>
        <translation>Mautic entfernt HTML-Tags und äußere Leerzeichen und löst HTML-Entitäten auf.</translation>
    </message>
    <message>
        <source>Mautic removes event handlers and outer blanks from HTML.</source>
        <translation>Mautic entfernt Event-Handler und äußere Leerzeichen aus HTML.</translation>
    </message>
    <message>
        <source>it has characters that Mautic would drop from an address.</source>
        <translation>es hat Zeichen, die Mautic aus einer Adresse entfernen würde.</translation>
    </message>
    <message>
        <source>Write the address in plain ASCII without blanks; a domain with umlauts has such a form (xn--...).</source>
        <translation>Die Adresse in reinem ASCII ohne Leerzeichen schreiben; eine Domain mit Umlauten hat eine solche Form (xn--...).</translation>
    </message>
    <message>
        <source>it is no e-mail address.</source>
        <translation>es ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Correct the address.</source>
        <translation>Die Adresse berichtigen.</translation>
    </message>
    <message>
        <source>Mautic cuts outer blanks.</source>
        <translation>Mautic schneidet äußere Leerzeichen ab.</translation>
    </message>
    <message>
        <source>Mautic puts http:// before an address without a scheme.</source>
        <translation>Mautic setzt http:// vor eine Adresse ohne Schema.</translation>
    </message>
    <message>
        <source>Mautic cuts or rounds this number to 0.</source>
        <translation>Mautic kürzt oder rundet diese Zahl auf 0.</translation>
    </message>
    <message>
        <source>Mautic leaves a number field empty when a contact is made with 0.</source>
        <translation>Mautic lässt ein Zahlenfeld leer, wenn ein Kontakt mit 0 angelegt wird.</translation>
    </message>
    <message>
        <source>Mautic cannot store 0 in a number field through a partial update.</source>
        <translation>Mautic kann 0 nicht durch eine Teiländerung in einem Zahlenfeld speichern.</translation>
    </message>
    <message>
        <source>Enter the 0 in Mautic by hand, or map the field through a transform that turns 0 into a blank.</source>
        <translation>Die 0 in Mautic von Hand eingeben, oder das Feld über eine Umwandlung zuordnen, die aus 0 leer macht.</translation>
    </message>
    <message>
        <source>it is no number with a dot as its decimal sign.</source>
        <translation>es ist keine Zahl mit einem Punkt als Dezimalzeichen.</translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation>Die Zahl berichtigen.</translation>
    </message>
    <message>
        <source>it is larger than 64 bits.</source>
        <translation>es ist größer als 64 Bit.</translation>
    </message>
    <message>
        <source>Map the value to a text field.</source>
        <translation>Den Wert einem Textfeld zuordnen.</translation>
    </message>
    <message>
        <source>Mautic keeps fewer decimal places of this field.</source>
        <translation>Mautic behält weniger Nachkommastellen dieses Feldes.</translation>
    </message>
    <message>
        <source>Correct the time.</source>
        <translation>Den Zeitpunkt berichtigen.</translation>
    </message>
    <message>
        <source>Mautic cuts the seconds.</source>
        <translation>Mautic schneidet die Sekunden ab.</translation>
    </message>
    <message>
        <source>it is no time of day in the form HH:MM.</source>
        <translation>es ist keine Uhrzeit der Form HH:MM.</translation>
    </message>
    <message>
        <source>it is not among the options of this field.</source>
        <translation>es ist nicht unter den Auswahlwerten dieses Feldes.</translation>
    </message>
    <message>
        <source>Add the option in Mautic, or translate the value with a lookup in the mapping.</source>
        <translation>Den Auswahlwert in Mautic hinzufügen, oder den Wert mit einer Nachschlagetabelle in der Zuordnung übersetzen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the options of this field.</source>
        <translation>„%1“ ist nicht unter den Auswahlwerten dieses Feldes.</translation>
    </message>
    <message>
        <source>the tag &quot;%1&quot; begins with a minus, which means removal to Mautic.</source>
        <translation>das Tag „%1“ beginnt mit einem Minus, was für Mautic Entfernen bedeutet.</translation>
    </message>
    <message>
        <source>Rename the tag.</source>
        <translation>Das Tag umbenennen.</translation>
    </message>
    <message>
        <source>Mautic cuts outer blanks of tags.</source>
        <translation>Mautic schneidet äußere Leerzeichen von Tags ab.</translation>
    </message>
    <message>
        <source>Mautic keeps refusals only; a consent shows as no entry.</source>
        <translation>Mautic behält nur Ablehnungen; eine Einwilligung erscheint als kein Eintrag.</translation>
    </message>
    <message>
        <source>this field is required.</source>
        <translation>dieses Feld ist Pflicht.</translation>
    </message>
    <message>
        <source>Enter a value, or give the mapping a default.</source>
        <translation>Einen Wert eingeben, oder der Zuordnung einen Vorgabewert geben.</translation>
    </message>
    <message>
        <source>Mautic has no fields of this type.</source>
        <translation>Mautic hat keine Felder dieses Typs.</translation>
    </message>
    <message>
        <source>Map the value to another field.</source>
        <translation>Den Wert einem anderen Feld zuordnen.</translation>
    </message>
    <message>
        <source>Syncline does not write this field.</source>
        <translation>Syncline schreibt dieses Feld nicht.</translation>
    </message>
    <message>
        <source>Map it in the direction from Mautic only.</source>
        <translation>Es nur in der Richtung von Mautic zuordnen.</translation>
    </message>
    <message>
        <source>it holds a NUL character, at which Mautic fails.</source>
        <translation>es enthält ein NUL-Zeichen, an dem Mautic scheitert.</translation>
    </message>
    <message>
        <source>Remove the character.</source>
        <translation>Das Zeichen entfernen.</translation>
    </message>
    <message>
        <source>Mautic keeps countries by their English names.</source>
        <translation>Mautic führt Länder unter ihren englischen Namen.</translation>
    </message>
    <message>
        <source>Mautic has nothing of this name.</source>
        <translation>in Mautic gibt es nichts mit diesem Namen.</translation>
    </message>
    <message>
        <source>Make it in Mautic, or translate the value with a lookup in the mapping.</source>
        <translation>Es in Mautic anlegen, oder den Wert in der Zuordnung mit einer Nachschlagetabelle übersetzen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::FieldCatalog</name>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Do not contact: e-mail</source>
        <translation>Nicht kontaktieren: E-Mail</translation>
    </message>
    <message>
        <source>Do not contact: SMS</source>
        <translation>Nicht kontaktieren: SMS</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>The field list of %1 in %2</source>
        <translation>Die Feldliste von %1 in %2</translation>
    </message>
    <message>
        <source>Give the connected user&apos;s role the right to view custom fields in Mautic: Settings, Roles.</source>
        <translation>Der Rolle des verbundenen Benutzers in Mautic das Recht geben, eigene Felder zu sehen: Settings, Roles.</translation>
    </message>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Ja</translation>
    </message>
    <message>
        <source>The new field %1 in %2</source>
        <translation>Das neue Feld %1 in %2</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>The list %1 of %2</source>
        <translation>Die Liste %1 von %2</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::Listings</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Alias</source>
        <translation>Alias</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>Begonnen am</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>E-mails</source>
        <translation>E-Mails</translation>
    </message>
    <message>
        <source>Forms</source>
        <translation>Formulare</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Aktivität von Kontakten</translation>
    </message>
    <message>
        <source>Mautic&apos;s list of %1 holds something that is no record.</source>
        <translation>Mautics Liste von %1 enthält etwas, das kein Datensatz ist.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look for an error in Mautic&apos;s log.</source>
        <translation>Es noch einmal versuchen; bleibt es so, in Mautics Protokoll nach einem Fehler suchen.</translation>
    </message>
    <message>
        <source>The list of %1 in %2</source>
        <translation>Die Liste von %1 in %2</translation>
    </message>
    <message>
        <source>The activity in %1</source>
        <translation>Die Aktivität in %1</translation>
    </message>
    <message>
        <source>Record %1 of %2 in %3</source>
        <translation>Datensatz %1 von %2 in %3</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Abgebrochen, bevor es gesendet wurde.</translation>
    </message>
    <message>
        <source>%1 in Mautic are only read.</source>
        <translation>%1 in Mautic werden nur gelesen.</translation>
    </message>
    <message>
        <source>A note in %1</source>
        <translation>Eine Notiz in %1</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::Memberships</name>
    <message>
        <source>The table %1 of %2</source>
        <translation>Die Tabelle %1 von %2</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::Reader</name>
    <message>
        <source>Mautic&apos;s list of %1 cannot be whole: %2</source>
        <translation>Die Liste von %1 in Mautic kann nicht vollständig sein: %2</translation>
    </message>
    <message>
        <source>Try again; if it stays so, look for a cache between here and Mautic.</source>
        <translation>Noch einmal versuchen; bleibt es so, nach einem Cache zwischen hier und Mautic suchen.</translation>
    </message>
    <message>
        <source>The list of %1 in %2</source>
        <translation>Die Liste von %1 in %2</translation>
    </message>
    <message>
        <source>%1 records came where %2 were asked for.</source>
        <translation>%1 Datensätze kamen, wo %2 verlangt waren.</translation>
    </message>
    <message>
        <source>record %1 came again behind record %2.</source>
        <translation>Datensatz %1 kam nach Datensatz %2 noch einmal.</translation>
    </message>
    <message>
        <source>%1 records came although %2 are left.</source>
        <translation>%1 Datensätze kamen, obwohl %2 übrig sind.</translation>
    </message>
    <message>
        <source>Record %1 of %2 in %3</source>
        <translation>Datensatz %1 von %2 in %3</translation>
    </message>
    <message>
        <source>%1 in Mautic cannot be searched by %2.</source>
        <translation>%1 in Mautic können nicht nach %2 durchsucht werden.</translation>
    </message>
    <message>
        <source>Choose another field as the match key.</source>
        <translation>Ein anderes Feld als Erkennungsmerkmal wählen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::mautic::Writer</name>
    <message>
        <source>Record %1 of %2 in Mautic has this value of %3 already.</source>
        <translation>Datensatz %1 von %2 in Mautic hat diesen Wert von %3 schon.</translation>
    </message>
    <message>
        <source>Link the two records, or change one of the values.</source>
        <translation>Die beiden Datensätze verknüpfen, oder einen der Werte ändern.</translation>
    </message>
    <message>
        <source>The new record of %1</source>
        <translation>Der neue Datensatz von %1</translation>
    </message>
    <message>
        <source>Record %1 of %2</source>
        <translation>Datensatz %1 von %2</translation>
    </message>
    <message>
        <source>Cancelled before it was sent.</source>
        <translation>Abgebrochen, bevor es gesendet wurde.</translation>
    </message>
    <message>
        <source>The new record of %1 has no values that Mautic could keep.</source>
        <translation>Der neue Datensatz von %1 hat keine Werte, die Mautic behalten könnte.</translation>
    </message>
    <message>
        <source>Map at least one field that has a value; a company needs its name.</source>
        <translation>Mindestens ein Feld zuordnen, das einen Wert hat; eine Firma braucht ihren Namen.</translation>
    </message>
    <message>
        <source>A batch of %1 in %2</source>
        <translation>Ein Stapel von %1 in %2</translation>
    </message>
    <message>
        <source>%1: Mautic&apos;s answer says nothing about it.</source>
        <translation>%1: Die Antwort von Mautic sagt nichts dazu.</translation>
    </message>
    <message>
        <source>The next run looks at what was stored.</source>
        <translation>Der nächste Lauf sieht nach, was gespeichert wurde.</translation>
    </message>
    <message>
        <source>%1: Mautic answered about record &quot;%2&quot;.</source>
        <translation>%1: Mautic hat über Datensatz „%2“ geantwortet.</translation>
    </message>
    <message>
        <source>%1 does not exist in Mautic.</source>
        <translation>%1 gibt es in Mautic nicht.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::Api</name>
    <message>
        <source>%1 of the %2 calls that your Salesforce allows in any 24 hours are used; the rest is left to other programs.</source>
        <translation>%1 der %2 Aufrufe, die Ihr Salesforce in je 24 Stunden erlaubt, sind verbraucht; der Rest bleibt anderen Programmen.</translation>
    </message>
    <message>
        <source>Try again in some hours, sync less often, or lower the setting share of this integration.</source>
        <translation>In einigen Stunden erneut versuchen, seltener abgleichen oder die Einstellung share dieser Integration senken.</translation>
    </message>
    <message>
        <source>%1: %2 gave an answer that is not Salesforce&apos;s (status %3).</source>
        <translation>%1: %2 gab eine Antwort, die nicht von Salesforce ist (Status %3).</translation>
    </message>
    <message>
        <source>The org has run out or moved: sign in to it again.</source>
        <translation>Die Organisation ist abgelaufen oder umgezogen: erneut bei ihr anmelden.</translation>
    </message>
    <message>
        <source>Salesforce is under maintenance; try again later.</source>
        <translation>Salesforce wird gewartet; später erneut versuchen.</translation>
    </message>
    <message>
        <source>Check the address: it looks like https://YOURS.my.salesforce.com.</source>
        <translation>Die Adresse prüfen: sie sieht aus wie https://IHRE.my.salesforce.com.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::Batch</name>
    <message>
        <source>A new record of %1 in Salesforce needs these fields: %2.</source>
        <translation>Ein neuer Datensatz von %1 in Salesforce braucht diese Felder: %2.</translation>
    </message>
    <message>
        <source>Map them all, and enter values or give the mapping defaults.</source>
        <translation>Alle zuordnen, und Werte eingeben oder der Zuordnung Vorgabewerte geben.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no id of a record of %2 in Salesforce.</source>
        <translation>„%1“ ist keine Kennung eines Datensatzes von %2 in Salesforce.</translation>
    </message>
    <message>
        <source>Check whether the record still exists in Salesforce.</source>
        <translation>Prüfen, ob es den Datensatz in Salesforce noch gibt.</translation>
    </message>
    <message>
        <source>%1 in Salesforce has no field %2 any more.</source>
        <translation>%1 in Salesforce hat kein Feld %2 mehr.</translation>
    </message>
    <message>
        <source>Read the field list again and mend the mapping.</source>
        <translation>Die Feldliste neu lesen und die Zuordnung berichtigen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::ConnectionTest</name>
    <message>
        <source>The connection test</source>
        <translation>Der Verbindungstest</translation>
    </message>
    <message>
        <source>Enter the address of your own Salesforce: https://YOURS.my.salesforce.com.</source>
        <translation>Die Adresse des eigenen Salesforce eingeben: https://IHRE.my.salesforce.com.</translation>
    </message>
    <message>
        <source>%1 does not offer version %2 of the API.</source>
        <translation>%1 bietet Version %2 der API nicht an.</translation>
    </message>
    <message>
        <source>Set api_version to one of these: %1.</source>
        <translation>api_version auf eine von diesen setzen: %1.</translation>
    </message>
    <message>
        <source>The sign-in to %1</source>
        <translation>Die Anmeldung bei %1</translation>
    </message>
    <message>
        <source>Signed in as %1 to organization %2.</source>
        <translation>Angemeldet als %1 bei der Organisation %2.</translation>
    </message>
    <message>
        <source>%1: %2 fields</source>
        <translation>%1: %2 Felder</translation>
    </message>
    <message>
        <source>The connected user may not see these objects: %1.</source>
        <translation>Der verbundene Benutzer darf diese Objekte nicht sehen: %1.</translation>
    </message>
    <message>
        <source>Have an administrator give the user read access to contacts and accounts.</source>
        <translation>Dem Benutzer von einem Administrator Lesezugriff auf Kontakte und Accounts geben lassen.</translation>
    </message>
    <message>
        <source>Accounts, contacts, leads, opportunities and activities may be read.</source>
        <translation>Accounts, Kontakte, Leads, Opportunities und Aktivitäten dürfen gelesen werden.</translation>
    </message>
    <message>
        <source>Accounts and contacts may be read; these take no part: %1.</source>
        <translation>Accounts und Kontakte dürfen gelesen werden; diese nehmen nicht teil: %1.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::ContactRoles</name>
    <message>
        <source>The contacts of opportunities</source>
        <translation>Die Kontakte von Opportunities</translation>
    </message>
    <message>
        <source>%1: Salesforce broke off its answer.</source>
        <translation>%1: Salesforce hat seine Antwort abgebrochen.</translation>
    </message>
    <message>
        <source>The next run tries again.</source>
        <translation>Der nächste Lauf versucht es erneut.</translation>
    </message>
    <message>
        <source>The contacts of opportunity %1</source>
        <translation>Die Kontakte der Opportunity %1</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::Decoding</name>
    <message>
        <source>Salesforce&apos;s answer about %1 holds something that is no record.</source>
        <translation>In der Antwort von Salesforce über %1 steht etwas, das kein Datensatz ist.</translation>
    </message>
    <message>
        <source>Try again; if it stays so, tell Salesforce&apos;s support.</source>
        <translation>Erneut versuchen; wenn es so bleibt, dem Support von Salesforce melden.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::Deletions</name>
    <message>
        <source>The recycle bin of %1</source>
        <translation>Der Papierkorb von %1</translation>
    </message>
    <message>
        <source>Nobody deletes records of %1 in Salesforce.</source>
        <translation>Datensätze von %1 löscht in Salesforce niemand.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::Encoding</name>
    <message>
        <source>it has %1 characters, %2 are allowed.</source>
        <translation>es hat %1 Zeichen, %2 sind erlaubt.</translation>
    </message>
    <message>
        <source>Shorten the value.</source>
        <translation>Den Wert kürzen.</translation>
    </message>
    <message>
        <source>Salesforce cuts blanks at both ends.</source>
        <translation>Salesforce schneidet Leerzeichen an beiden Enden ab.</translation>
    </message>
    <message>
        <source>it is no whole number.</source>
        <translation>es ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Correct the number.</source>
        <translation>Die Zahl berichtigen.</translation>
    </message>
    <message>
        <source>it has too many digits.</source>
        <translation>es hat zu viele Stellen.</translation>
    </message>
    <message>
        <source>Round the number.</source>
        <translation>Die Zahl runden.</translation>
    </message>
    <message>
        <source>Salesforce keeps a refusal only: the box is unticked.</source>
        <translation>Salesforce hält nur eine Ablehnung fest: das Kästchen wird leer.</translation>
    </message>
    <message>
        <source>Salesforce keeps whole seconds.</source>
        <translation>Salesforce speichert ganze Sekunden.</translation>
    </message>
    <message>
        <source>it is not among the values of this picklist.</source>
        <translation>es ist nicht unter den Werten dieser Auswahlliste.</translation>
    </message>
    <message>
        <source>Add the value in Salesforce, or translate it with a lookup in the mapping.</source>
        <translation>Den Wert in Salesforce hinzufügen oder ihn in der Zuordnung über eine Nachschlagetabelle übersetzen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the values of this picklist.</source>
        <translation>„%1“ ist nicht unter den Werten dieser Auswahlliste.</translation>
    </message>
    <message>
        <source>it is no id of a record in Salesforce.</source>
        <translation>es ist keine Kennung eines Datensatzes in Salesforce.</translation>
    </message>
    <message>
        <source>Sync the record that it refers to first.</source>
        <translation>Zuerst den Datensatz abgleichen, auf den er verweist.</translation>
    </message>
    <message>
        <source>Salesforce has no fields of this type.</source>
        <translation>Salesforce hat keine Felder dieser Art.</translation>
    </message>
    <message>
        <source>Map the value to another field.</source>
        <translation>Den Wert einem anderen Feld zuordnen.</translation>
    </message>
    <message>
        <source>A check box is never blank in Salesforce: it is unticked.</source>
        <translation>Ein Kästchen ist in Salesforce nie ohne Wert: es ist leer.</translation>
    </message>
    <message>
        <source>Salesforce computes this field, or lets this user not write it.</source>
        <translation>Salesforce berechnet dieses Feld, oder dieser Benutzer darf es nicht schreiben.</translation>
    </message>
    <message>
        <source>Map it in the direction from Salesforce only.</source>
        <translation>Nur in der Richtung von Salesforce zuordnen.</translation>
    </message>
    <message>
        <source>Salesforce takes it for new records only.</source>
        <translation>Salesforce nimmt es nur bei neuen Datensätzen an.</translation>
    </message>
    <message>
        <source>Map it so that only new records get it.</source>
        <translation>So zuordnen, dass nur neue Datensätze es bekommen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::FieldCatalog</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>The list of objects</source>
        <translation>Die Liste der Objekte</translation>
    </message>
    <message>
        <source>The field list of %1</source>
        <translation>Die Feldliste von %1</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Kind of activity</source>
        <translation>Art der Aktivität</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::Reader</name>
    <message>
        <source>%1: Salesforce broke off its answer.</source>
        <translation>%1: Salesforce hat seine Antwort abgebrochen.</translation>
    </message>
    <message>
        <source>The next run tries again.</source>
        <translation>Der nächste Lauf versucht es erneut.</translation>
    </message>
    <message>
        <source>The records of %1</source>
        <translation>Die Datensätze von %1</translation>
    </message>
    <message>
        <source>%1 in Salesforce cannot be asked for by the field %2.</source>
        <translation>%1 in Salesforce kann nicht nach dem Feld %2 gefragt werden.</translation>
    </message>
    <message>
        <source>Choose another field as the match key.</source>
        <translation>Ein anderes Feld als Erkennungsmerkmal wählen.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::Refusal</name>
    <message>
        <source>Too many long requests run at once. The next run tries again.</source>
        <translation>Zu viele lange Anfragen laufen gleichzeitig. Der nächste Lauf versucht es erneut.</translation>
    </message>
    <message>
        <source>Have an administrator allow this user the permission “API Enabled”; the smallest editions have no API.</source>
        <translation>Diesem Benutzer von einem Administrator das Recht „API aktiviert“ geben lassen; die kleinsten Editionen haben keine API.</translation>
    </message>
    <message>
        <source>Merge the two in Salesforce, link them here, or have an administrator change the duplicate rule.</source>
        <translation>Die beiden in Salesforce zusammenführen, sie hier verknüpfen, oder die Duplikatregel von einem Administrator ändern lassen.</translation>
    </message>
    <message>
        <source>Another program was changing the same records. The next run tries again.</source>
        <translation>Ein anderes Programm hat dieselben Datensätze geändert. Der nächste Lauf versucht es wieder.</translation>
    </message>
    <message>
        <source>Read the field list again: the field is gone, or this user may not see or write it.</source>
        <translation>Die Feldliste neu lesen: das Feld ist weg, oder dieser Benutzer darf es nicht sehen oder schreiben.</translation>
    </message>
    <message>
        <source>A rule of your Salesforce refuses the record: correct the value, or have an administrator change the rule.</source>
        <translation>Eine Regel Ihres Salesforce lehnt den Datensatz ab: den Wert berichtigen, oder die Regel von einem Administrator ändern lassen.</translation>
    </message>
    <message>
        <source>Add the value to the picklist in Salesforce, or translate it with a lookup in the mapping.</source>
        <translation>Den Wert in Salesforce der Auswahlliste hinzufügen oder ihn in der Zuordnung über eine Nachschlagetabelle übersetzen.</translation>
    </message>
    <message>
        <source>Sign in to Salesforce again with: syncline-cli integration reconnect NAME</source>
        <translation>Erneut bei Salesforce anmelden mit: syncline-cli integration reconnect NAME</translation>
    </message>
    <message>
        <source>Have an administrator give the connected user the right to it in Salesforce, then try again.</source>
        <translation>Dem verbundenen Benutzer in Salesforce von einem Administrator das Recht dazu geben lassen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>The calls of any 24 hours are used up. Try again in some hours, or sync less often.</source>
        <translation>Die Aufrufe von 24 Stunden sind verbraucht. In einigen Stunden erneut versuchen oder seltener abgleichen.</translation>
    </message>
    <message>
        <source>Check whether the record still exists in Salesforce.</source>
        <translation>Prüfen, ob es den Datensatz in Salesforce noch gibt.</translation>
    </message>
    <message>
        <source>Try again later; Salesforce tells at status.salesforce.com whether it has troubles.</source>
        <translation>Später erneut versuchen; Salesforce sagt unter status.salesforce.com, ob es Störungen hat.</translation>
    </message>
    <message>
        <source>%1: Salesforce answered with status %2.</source>
        <translation>%1: Salesforce antwortete mit Status %2.</translation>
    </message>
    <message>
        <source>%1: Salesforce says &quot;%2&quot;.</source>
        <translation>%1: Salesforce sagt „%2“.</translation>
    </message>
</context>
<context>
    <name>syncline::connectors::salesforce::Writer</name>
    <message>
        <source>A batch of %1</source>
        <translation>Ein Stapel von %1</translation>
    </message>
    <message>
        <source>The removal of records of %1</source>
        <translation>Das Löschen von Datensätzen von %1</translation>
    </message>
</context>
<context>
    <name>syncline::core::Activity</name>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>  not taken: %1</source>
        <translation>  nicht angenommen: %1</translation>
    </message>
    <message>
        <source>Nothing was sent.</source>
        <translation>Es wurde nichts gesendet.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Applier</name>
    <message>
        <source>The record changed since the preview; the next run plans it again.</source>
        <translation>Der Datensatz hat sich seit der Vorschau geändert; der nächste Lauf plant ihn neu.</translation>
    </message>
    <message>
        <source>Nobody knows whether a write to %1 arrived: %2</source>
        <translation>Niemand weiß, ob ein Schreibvorgang bei %1 angekommen ist: %2</translation>
    </message>
    <message>
        <source>The record was changed in %1 since the preview.</source>
        <translation>Der Datensatz wurde in %1 seit der Vorschau geändert.</translation>
    </message>
    <message>
        <source>%1 has a record with this key by now.</source>
        <translation>%1 hat inzwischen einen Datensatz mit diesem Erkennungsmerkmal.</translation>
    </message>
    <message>
        <source>The record was not found in %1 by its id.</source>
        <translation>Der Datensatz wurde in %1 nicht unter seiner ID gefunden.</translation>
    </message>
    <message>
        <source>The evidence of the delete does not stand any more.</source>
        <translation>Der Nachweis der Löschung gilt nicht mehr.</translation>
    </message>
    <message>
        <source>What it refers to is not in %1 yet.</source>
        <translation>Worauf er verweist, ist noch nicht in %1.</translation>
    </message>
    <message>
        <source>A record of it in a CRM is not known to be deleted; it stays until then.</source>
        <translation>Von einem Datensatz davon in einem CRM ist nicht bekannt, dass er gelöscht ist; bis dahin bleibt er.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Catalog</name>
    <message>
        <source>%1 takes no part in this run.</source>
        <translation>%1 nimmt an diesem Lauf nicht teil.</translation>
    </message>
    <message>
        <source>There is no integration named %1.</source>
        <translation>Es gibt keine Integration namens %1.</translation>
    </message>
    <message>
        <source>See them with: syncline-cli integration list</source>
        <translation>Alle zeigt: syncline-cli integration list</translation>
    </message>
</context>
<context>
    <name>syncline::core::Channels</name>
    <message>
        <source>&quot;%1&quot; is not the address of a mail server.</source>
        <translation>„%1“ ist keine Adresse eines Mailservers.</translation>
    </message>
    <message>
        <source>Write, for example, smtp://mail.example.com:587 or smtps://mail.example.com:465.</source>
        <translation>Schreiben Sie zum Beispiel smtp://mail.example.com:587 oder smtps://mail.example.com:465.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not an e-mail address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>Give who sends it and who gets it: --from and --to.</source>
        <translation>Geben Sie an, wer sie sendet und wer sie bekommt: --from und --to.</translation>
    </message>
    <message>
        <source>Nobody would get the mail.</source>
        <translation>Niemand bekäme die Mail.</translation>
    </message>
    <message>
        <source>Say who with --to.</source>
        <translation>Sagen Sie mit --to, wer.</translation>
    </message>
    <message>
        <source>Messages cannot be sent to this address.</source>
        <translation>An diese Adresse lassen sich keine Nachrichten senden.</translation>
    </message>
    <message>
        <source>Give a whole one that begins with https://.</source>
        <translation>Geben Sie eine ganze an, die mit https:// beginnt.</translation>
    </message>
    <message>
        <source>There is no channel &quot;%1&quot;.</source>
        <translation>Es gibt keinen Kanal „%1“.</translation>
    </message>
    <message>
        <source>See the channels with: syncline-cli notify list</source>
        <translation>Die Kanäle zeigt: syncline-cli notify list</translation>
    </message>
    <message>
        <source>There is no keychain here.</source>
        <translation>Hier gibt es keinen Schlüsselbund.</translation>
    </message>
    <message>
        <source>Set %1.</source>
        <translation>Setzen Sie %1.</translation>
    </message>
    <message>
        <source>A channel needs a name.</source>
        <translation>Ein Kanal braucht einen Namen.</translation>
    </message>
    <message>
        <source>There is no event &quot;%1&quot;.</source>
        <translation>Es gibt kein Ereignis „%1“.</translation>
    </message>
    <message>
        <source>Events are: %1.</source>
        <translation>Ereignisse sind: %1.</translation>
    </message>
    <message>
        <source>There is a channel &quot;%1&quot; already.</source>
        <translation>Einen Kanal „%1“ gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name, or remove that one first.</source>
        <translation>Wählen Sie einen anderen Namen, oder entfernen Sie zuerst jenen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Chosen</name>
    <message>
        <source>No integration of this run is mapped to %1.</source>
        <translation>Keine Integration dieses Laufs ist %1 zugeordnet.</translation>
    </message>
    <message>
        <source>Mapped are: %1.</source>
        <translation>Zugeordnet sind: %1.</translation>
    </message>
    <message>
        <source>There is no record %1.</source>
        <translation>Den Datensatz %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>See records with: syncline-cli records list contact</source>
        <translation>Die Datensätze zeigt: syncline-cli records list contact</translation>
    </message>
</context>
<context>
    <name>syncline::core::CompiledMapping</name>
    <message>
        <source>%1 cannot be written to &quot;%2&quot;: %3</source>
        <translation>%1 kann nicht nach „%2“ geschrieben werden: %3</translation>
    </message>
    <message>
        <source>Correct the value or change the field&apos;s transform.</source>
        <translation>Den Wert berichtigen oder die Umwandlung des Feldes ändern.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Conversion</name>
    <message>
        <source>&quot;%1&quot; is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false.</source>
        <translation>„%1“ ist weder wahr noch falsch.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date of the form YYYY-MM-DD.</source>
        <translation>„%1“ ist kein Datum der Form YYYY-MM-DD.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date and time.</source>
        <translation>„%1“ ist kein Datum mit Uhrzeit.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither granted nor refused.</source>
        <translation>„%1“ ist weder erteilt noch abgelehnt.</translation>
    </message>
    <message>
        <source>A single text cannot become several values.</source>
        <translation>Aus einem einzelnen Text können nicht mehrere Werte werden.</translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) do not fit into a field that holds one.</source>
        <translation>
            <numerusform>%n Wert passt nicht in ein Feld, das einen aufnimmt.</numerusform>
            <numerusform>%n Werte passen nicht in ein Feld, das einen aufnimmt.</numerusform>
        </translation>
    </message>
    <message>
        <source>A value of type %1 cannot become one of type %2.</source>
        <translation>Aus einem Wert vom Typ %1 kann keiner vom Typ %2 werden.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Courier</name>
    <message>
        <source>This is a test</source>
        <translation>Dies ist eine Probe</translation>
    </message>
    <message>
        <source>Messages of Syncline arrive here.</source>
        <translation>Nachrichten von Syncline kommen hier an.</translation>
    </message>
    <message>
        <source>A message did not reach %1: %2</source>
        <translation>Eine Nachricht hat %1 nicht erreicht: %2</translation>
    </message>
</context>
<context>
    <name>syncline::core::CronExpression</name>
    <message>
        <source>&quot;%1&quot; cannot stand for the %2: %3</source>
        <translation>„%1“ kann nicht für %2 stehen: %3</translation>
    </message>
    <message>
        <source>Its fields are minute, hour, day of the month, month and day of the week: 30 3 * * sun</source>
        <translation>Die Felder sind Minute, Stunde, Tag des Monats, Monat und Wochentag: 30 3 * * sun</translation>
    </message>
    <message>
        <source>it is not a number.</source>
        <translation>Es ist keine Zahl.</translation>
    </message>
    <message>
        <source>it goes from %1 to %2.</source>
        <translation>Möglich ist %1 bis %2.</translation>
    </message>
    <message>
        <source>it has two steps.</source>
        <translation>Es hat zwei Schrittweiten.</translation>
    </message>
    <message>
        <source>its step is not a number from 1 to %1.</source>
        <translation>Die Schrittweite ist keine Zahl von 1 bis %1.</translation>
    </message>
    <message>
        <source>a range has two ends.</source>
        <translation>Ein Bereich hat zwei Enden.</translation>
    </message>
    <message>
        <source>a step needs a range, such as */%1.</source>
        <translation>Eine Schrittweite braucht einen Bereich, etwa */%1.</translation>
    </message>
    <message>
        <source>the range ends before it begins.</source>
        <translation>Der Bereich endet, bevor er beginnt.</translation>
    </message>
    <message>
        <source>something is missing.</source>
        <translation>Etwas fehlt.</translation>
    </message>
    <message>
        <source>A cron expression has five fields; &quot;%1&quot; has %2.</source>
        <translation>Ein Cron-Ausdruck hat fünf Felder; „%1“ hat %2.</translation>
    </message>
    <message>
        <source>minute</source>
        <translation>die Minute</translation>
    </message>
    <message>
        <source>hour</source>
        <translation>die Stunde</translation>
    </message>
    <message>
        <source>day of the month</source>
        <translation>den Tag des Monats</translation>
    </message>
    <message>
        <source>month</source>
        <translation>den Monat</translation>
    </message>
    <message>
        <source>day of the week</source>
        <translation>den Wochentag</translation>
    </message>
    <message>
        <source>no such month has that day.</source>
        <translation>Keiner dieser Monate hat diesen Tag.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Database</name>
    <message>
        <source>Check that the file can be read and written, then try again.</source>
        <translation>Prüfen, ob die Datei gelesen und geschrieben werden kann, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The workspace %1 could not be used (%2).</source>
        <translation>Der Arbeitsbereich %1 konnte nicht benutzt werden (%2).</translation>
    </message>
    <message>
        <source>The disk is full: the workspace %1 could not be written.</source>
        <translation>Der Datenträger ist voll: der Arbeitsbereich %1 konnte nicht geschrieben werden.</translation>
    </message>
    <message>
        <source>Free some space and run the command again. What was committed so far is safe.</source>
        <translation>Etwas Platz schaffen und den Befehl noch einmal ausführen. Was bisher gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>The workspace %1 is read-only.</source>
        <translation>Der Arbeitsbereich %1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Give your user the right to write the file and its folder, then try again.</source>
        <translation>Dem eigenen Benutzer das Recht geben, die Datei und ihren Ordner zu schreiben, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The workspace %1 is in use by another program.</source>
        <translation>Der Arbeitsbereich %1 wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Wait until the other program has finished, then try again.</source>
        <translation>Warten, bis das andere Programm fertig ist, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The disk does not take what is written to the workspace %1.</source>
        <translation>Der Datenträger nimmt nicht an, was in den Arbeitsbereich %1 geschrieben wird.</translation>
    </message>
    <message>
        <source>Check the disk, its free space and your limits on it, then run the command again. What was committed so far is safe.</source>
        <translation>Den Datenträger, seinen freien Platz und die eigenen Grenzen darauf prüfen, dann den Befehl noch einmal ausführen. Was bisher gespeichert wurde, ist sicher.</translation>
    </message>
    <message>
        <source>The file %1 is not a Syncline workspace, or it is damaged.</source>
        <translation>Die Datei %1 ist kein Arbeitsbereich von Syncline, oder sie ist beschädigt.</translation>
    </message>
    <message>
        <source>Name another file with --workspace, or restore this one from a backup.</source>
        <translation>Mit --workspace eine andere Datei nennen, oder diese aus einer Sicherung wiederherstellen.</translation>
    </message>
    <message>
        <source>There is no workspace at %1.</source>
        <translation>Unter %1 gibt es keinen Arbeitsbereich.</translation>
    </message>
    <message>
        <source>Make one with: syncline-cli --workspace %1 init</source>
        <translation>Einen anlegen mit: syncline-cli --workspace %1 init</translation>
    </message>
    <message>
        <source>%1 is not a file.</source>
        <translation>%1 ist keine Datei.</translation>
    </message>
    <message>
        <source>Name a file with --workspace.</source>
        <translation>Mit --workspace eine Datei nennen.</translation>
    </message>
    <message>
        <source>The workspace %1 could not be made: %2.</source>
        <translation>Der Arbeitsbereich %1 konnte nicht angelegt werden: %2.</translation>
    </message>
    <message>
        <source>Choose a folder that you may write to.</source>
        <translation>Einen Ordner wählen, in dem Sie schreiben dürfen.</translation>
    </message>
    <message>
        <source>The workspace %1 was made by a newer Syncline (version %2; this one understands %3).</source>
        <translation>Der Arbeitsbereich %1 wurde von einem neueren Syncline angelegt (Version %2; dieses versteht %3).</translation>
    </message>
    <message>
        <source>Install the newer Syncline. Nothing was changed.</source>
        <translation>Das neuere Syncline installieren. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The file %1 is not a Syncline workspace.</source>
        <translation>Die Datei %1 ist kein Arbeitsbereich von Syncline.</translation>
    </message>
    <message>
        <source>Name another file with --workspace, or make a workspace with: syncline-cli init</source>
        <translation>Mit --workspace eine andere Datei nennen, oder einen Arbeitsbereich anlegen mit: syncline-cli init</translation>
    </message>
</context>
<context>
    <name>syncline::core::Demo</name>
    <message>
        <source>This workspace has integrations already.</source>
        <translation>Dieser Arbeitsbereich hat schon Integrationen.</translation>
    </message>
    <message>
        <source>Make the demo in a workspace of its own.</source>
        <translation>Die Vorführung in einem eigenen Arbeitsbereich anlegen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::EventSources</name>
    <message>
        <source>There is no event source named %1.</source>
        <translation>Es gibt keine Ereignisquelle namens %1.</translation>
    </message>
    <message>
        <source>See them with: syncline-cli event sources</source>
        <translation>Alle zeigt: syncline-cli event sources</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no name for an event source.</source>
        <translation>„%1“ ist kein Name für eine Ereignisquelle.</translation>
    </message>
    <message>
        <source>Use up to 60 letters, digits, dots, - and _.</source>
        <translation>Nehmen Sie höchstens 60 Buchstaben, Ziffern, Punkte, - und _.</translation>
    </message>
    <message>
        <source>There is an event source named %1 already.</source>
        <translation>Es gibt schon eine Ereignisquelle namens %1.</translation>
    </message>
    <message>
        <source>Give it a new token with: syncline-cli event new-token %1</source>
        <translation>Ein neues Token gibt ihr: syncline-cli event new-token %1</translation>
    </message>
    <message>
        <source>No recipe here knows the event %1.</source>
        <translation>Kein Rezept hier kennt das Ereignis %1.</translation>
    </message>
    <message>
        <source>Apply a recipe first: syncline-cli recipe list</source>
        <translation>Wenden Sie zuerst ein Rezept an: syncline-cli recipe list</translation>
    </message>
    <message>
        <source>Choose from: %1.</source>
        <translation>Zur Wahl stehen: %1.</translation>
    </message>
    <message>
        <source>The event %1 of %2 was refused: %3</source>
        <translation>Das Ereignis %1 von %2 wurde abgelehnt: %3</translation>
    </message>
    <message>
        <source>The event source %1 may not send %2.</source>
        <translation>Die Ereignisquelle %1 darf %2 nicht senden.</translation>
    </message>
    <message>
        <source>It may send: %1.</source>
        <translation>Sie darf senden: %1.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Filter</name>
    <message>
        <source>The filter is wrong at position %1: %2</source>
        <translation>Der Filter stimmt an Stelle %1 nicht: %2</translation>
    </message>
    <message>
        <source>Example: country = &quot;Germany&quot; and tags has &quot;vip&quot;</source>
        <translation>Beispiel: country = &quot;Germany&quot; and tags has &quot;vip&quot;</translation>
    </message>
    <message>
        <source>the closing quotation mark is missing.</source>
        <translation>das schließende Anführungszeichen fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood.</source>
        <translation>„%1“ wird nicht verstanden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not expected here.</source>
        <translation>„%1“ gehört nicht hierher.</translation>
    </message>
    <message>
        <source>the conditions are nested too deeply.</source>
        <translation>die Bedingungen sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>a closing parenthesis is missing.</source>
        <translation>eine schließende Klammer fehlt.</translation>
    </message>
    <message>
        <source>the name of a field is missing.</source>
        <translation>der Name eines Feldes fehlt.</translation>
    </message>
    <message>
        <source>there is no field &quot;%1&quot;.</source>
        <translation>es gibt kein Feld „%1“.</translation>
    </message>
    <message>
        <source>a comparison such as =, !=, has or &quot;is blank&quot; is missing.</source>
        <translation>ein Vergleich wie =, !=, has oder &quot;is blank&quot; fehlt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be compared with %2.</source>
        <translation>„%1“ kann nicht mit %2 verglichen werden.</translation>
    </message>
    <message>
        <source>&quot;with&quot; is missing.</source>
        <translation>&quot;with&quot; fehlt.</translation>
    </message>
    <message>
        <source>&quot;blank&quot; is missing.</source>
        <translation>&quot;blank&quot; fehlt.</translation>
    </message>
    <message>
        <source>an opening parenthesis is missing.</source>
        <translation>eine öffnende Klammer fehlt.</translation>
    </message>
    <message>
        <source>a value is missing.</source>
        <translation>ein Wert fehlt.</translation>
    </message>
    <message>
        <source>the text %1 must stand in quotation marks.</source>
        <translation>der Text %1 muss in Anführungszeichen stehen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date of the form YYYY-MM-DD.</source>
        <translation>„%1“ ist kein Datum der Form YYYY-MM-DD.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither a date nor a date and time in UTC.</source>
        <translation>„%1“ ist weder ein Datum noch ein Datum mit Uhrzeit in UTC.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false.</source>
        <translation>„%1“ ist weder wahr noch falsch.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Formula</name>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; are no numbers.</source>
        <translation>„%1“ und „%2“ sind keine Zahlen.</translation>
    </message>
    <message>
        <source>Correct the event, or the recipe&apos;s field and setting.</source>
        <translation>Berichtigen Sie das Ereignis oder Feld und Einstellung des Rezepts.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no time, or &quot;%2&quot; no whole number.</source>
        <translation>„%1“ ist kein Zeitpunkt oder „%2“ keine ganze Zahl.</translation>
    </message>
    <message>
        <source>Times look like 2026-01-31T09:30:00Z.</source>
        <translation>Zeitpunkte sehen so aus: 2026-01-31T09:30:00Z.</translation>
    </message>
    <message>
        <source>The recipe&apos;s table has no entry for &quot;%1&quot;.</source>
        <translation>Die Tabelle des Rezepts hat keinen Eintrag für „%1“.</translation>
    </message>
    <message>
        <source>Add it to the table, or give it an &quot;otherwise&quot;.</source>
        <translation>Ergänzen Sie die Tabelle oder geben Sie ihr ein „otherwise“.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>See docs/recipes.md.</source>
        <translation>Siehe docs/recipes.md.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a brace that is no reference like {event.email}.</source>
        <translation>„%1“ hat eine Klammer, die kein Verweis wie {event.email} ist.</translation>
    </message>
    <message>
        <source>a formula is a text or an object; numbers are written as texts.</source>
        <translation>eine Formel ist ein Text oder ein Objekt; Zahlen werden als Texte geschrieben.</translation>
    </message>
    <message>
        <source>%1 and %2 cannot stand together.</source>
        <translation>%1 und %2 können nicht zusammen stehen.</translation>
    </message>
    <message>
        <source>there is no operation that is called so: %1.</source>
        <translation>es gibt keine Rechenart, die so heißt: %1.</translation>
    </message>
    <message>
        <source>Unknown rounding &quot;%1&quot; in %2.</source>
        <translation>Unbekannte Rundung „%1“ in %2.</translation>
    </message>
    <message>
        <source>Use &quot;down&quot; or &quot;half_up&quot;.</source>
        <translation>Verwenden Sie „down“ oder „half_up“.</translation>
    </message>
    <message>
        <source>two values or more are needed.</source>
        <translation>es braucht zwei Werte oder mehr.</translation>
    </message>
    <message numerus="yes">
        <source>%n values are needed.</source>
        <translation>
            <numerusform>Es braucht %n Wert.</numerusform>
            <numerusform>Es braucht %n Werte.</numerusform>
        </translation>
    </message>
    <message>
        <source>a condition is an object with one of: %1.</source>
        <translation>eine Bedingung ist ein Objekt mit einem von: %1.</translation>
    </message>
    <message>
        <source>%1 needs two values.</source>
        <translation>%1 braucht zwei Werte.</translation>
    </message>
</context>
<context>
    <name>syncline::core::HubSchema</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>All e-mails</source>
        <translation>Alle E-Mails</translation>
    </message>
    <message>
        <source>Salutation</source>
        <translation>Anrede</translation>
    </message>
    <message>
        <source>First name</source>
        <translation>Vorname</translation>
    </message>
    <message>
        <source>Last name</source>
        <translation>Nachname</translation>
    </message>
    <message>
        <source>Preferred name</source>
        <translation>Rufname</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefon</translation>
    </message>
    <message>
        <source>All phones</source>
        <translation>Alle Telefone</translation>
    </message>
    <message>
        <source>Mobile</source>
        <translation>Mobiltelefon</translation>
    </message>
    <message>
        <source>Job title</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>Abteilung</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Company name</source>
        <translation>Firmenname</translation>
    </message>
    <message>
        <source>Website</source>
        <translation>Website</translation>
    </message>
    <message>
        <source>Date of birth</source>
        <translation>Geburtsdatum</translation>
    </message>
    <message>
        <source>Street</source>
        <translation>Straße</translation>
    </message>
    <message>
        <source>City</source>
        <translation>Ort</translation>
    </message>
    <message>
        <source>State or region</source>
        <translation>Bundesland oder Region</translation>
    </message>
    <message>
        <source>Postal code</source>
        <translation>Postleitzahl</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Lifecycle stage</source>
        <translation>Lebenszyklusphase</translation>
    </message>
    <message>
        <source>Lead source</source>
        <translation>Herkunft</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>Punkte</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Bewertung</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Tags</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>Besitzer</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Consent to e-mail</source>
        <translation>Einwilligung in E-Mails</translation>
    </message>
    <message>
        <source>Consent to text messages</source>
        <translation>Einwilligung in Textnachrichten</translation>
    </message>
    <message>
        <source>Consent to calls</source>
        <translation>Einwilligung in Anrufe</translation>
    </message>
    <message>
        <source>Twitter</source>
        <translation>Twitter</translation>
    </message>
    <message>
        <source>Instagram</source>
        <translation>Instagram</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>LinkedIn</source>
        <translation>LinkedIn</translation>
    </message>
    <message>
        <source>Facebook</source>
        <translation>Facebook</translation>
    </message>
    <message>
        <source>Badge image</source>
        <translation>Bild für das Namensschild</translation>
    </message>
    <message>
        <source>Dietary restrictions</source>
        <translation>Ernährungsvorgaben</translation>
    </message>
    <message>
        <source>Other dietary needs</source>
        <translation>Weitere Ernährungswünsche</translation>
    </message>
    <message>
        <source>Volunteer interest</source>
        <translation>Interesse an Mitarbeit</translation>
    </message>
    <message>
        <source>Emergency contact</source>
        <translation>Notfallkontakt</translation>
    </message>
    <message>
        <source>Emergency contact&apos;s phone</source>
        <translation>Telefon des Notfallkontakts</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Industry</source>
        <translation>Branche</translation>
    </message>
    <message>
        <source>Employees</source>
        <translation>Beschäftigte</translation>
    </message>
    <message>
        <source>Annual revenue</source>
        <translation>Jahresumsatz</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Währung</translation>
    </message>
    <message>
        <source>Parent company</source>
        <translation>Muttergesellschaft</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>Betrag</translation>
    </message>
    <message>
        <source>Pipeline</source>
        <translation>Pipeline</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>Expected close date</source>
        <translation>Erwarteter Abschluss</translation>
    </message>
    <message>
        <source>Closed at</source>
        <translation>Abgeschlossen am</translation>
    </message>
    <message>
        <source>Lost because</source>
        <translation>Grund des Verlusts</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>Typ</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Due at</source>
        <translation>Fällig am</translation>
    </message>
    <message>
        <source>Starts at</source>
        <translation>Beginnt am</translation>
    </message>
    <message>
        <source>Duration in minutes</source>
        <translation>Dauer in Minuten</translation>
    </message>
    <message>
        <source>Completed at</source>
        <translation>Erledigt am</translation>
    </message>
    <message>
        <source>Priority</source>
        <translation>Priorität</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Won</source>
        <translation>Gewonnen</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Verloren</translation>
    </message>
    <message>
        <source>Task</source>
        <translation>Aufgabe</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Besprechung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>There is no entity &quot;%1&quot;.</source>
        <translation>Es gibt keine Datensatzart „%1“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the key of a field of your own.</source>
        <translation>„%1“ kann nicht der Schlüssel eines eigenen Feldes sein.</translation>
    </message>
    <message>
        <source>Choose a key that starts with x_ and has only small letters, digits and _.</source>
        <translation>Einen Schlüssel wählen, der mit x_ beginnt und nur Kleinbuchstaben, Ziffern und _ enthält.</translation>
    </message>
    <message>
        <source>The entity &quot;%1&quot; already has a field &quot;%2&quot;.</source>
        <translation>Die Datensatzart „%1“ hat schon ein Feld „%2“.</translation>
    </message>
    <message>
        <source>Choose another key.</source>
        <translation>Einen anderen Schlüssel wählen.</translation>
    </message>
    <message>
        <source>The field &quot;%1&quot; cannot be a group.</source>
        <translation>Das Feld „%1“ kann keine Gruppe sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the key of an entity of your own.</source>
        <translation>„%1“ kann nicht der Schlüssel einer eigenen Datensatzart sein.</translation>
    </message>
    <message>
        <source>There already is an entity &quot;%1&quot;.</source>
        <translation>Es gibt schon eine Datensatzart „%1“.</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot; in %2.</source>
        <translation>Unbekannter Schlüssel „%1“ in %2.</translation>
    </message>
    <message>
        <source>Remove it or correct its spelling.</source>
        <translation>Ihn entfernen oder seine Schreibung berichtigen.</translation>
    </message>
    <message>
        <source>An option without a value in %1.</source>
        <translation>Ein Auswahlwert ohne Wert in %1.</translation>
    </message>
    <message>
        <source>Unknown type &quot;%1&quot; in %2.</source>
        <translation>Unbekannter Typ „%1“ in %2.</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Started at</source>
        <translation>Begonnen am</translation>
    </message>
    <message>
        <source>Campaign</source>
        <translation>Kampagne</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>Gesendet</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>Geöffnet</translation>
    </message>
    <message>
        <source>Clicked</source>
        <translation>Angeklickt</translation>
    </message>
    <message>
        <source>Bounced</source>
        <translation>Unzustellbar</translation>
    </message>
    <message>
        <source>Unsubscribed</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Converted</source>
        <translation>Umgewandelt</translation>
    </message>
    <message>
        <source>Measured at</source>
        <translation>Gemessen am</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeitpunkt</translation>
    </message>
    <message>
        <source>Campaign figures</source>
        <translation>Kampagnenzahlen</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Segment</translation>
    </message>
    <message>
        <source>Engagement</source>
        <translation>Aktivität von Kontakten</translation>
    </message>
</context>
<context>
    <name>syncline::core::Integrations</name>
    <message>
        <source>There is no integration named %1.</source>
        <translation>Es gibt keine Integration namens %1.</translation>
    </message>
    <message>
        <source>See them with: syncline-cli integration list</source>
        <translation>Alle zeigt: syncline-cli integration list</translation>
    </message>
    <message>
        <source>%1 is the primary for %2 already.</source>
        <translation>%1 ist schon das führende System für %2.</translation>
    </message>
    <message>
        <source>Change that first with: syncline-cli integration set %1 primary=</source>
        <translation>Das zuerst ändern mit: syncline-cli integration set %1 primary=</translation>
    </message>
    <message>
        <source>There is no provider named %1.</source>
        <translation>Es gibt keinen Anbieter namens %1.</translation>
    </message>
    <message>
        <source>Providers are: %1.</source>
        <translation>Anbieter sind: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be the name of an integration.</source>
        <translation>„%1“ kann nicht der Name einer Integration sein.</translation>
    </message>
    <message>
        <source>Use letters, digits, blanks, dots and dashes; not hub, base or person.</source>
        <translation>Buchstaben, Ziffern, Leerzeichen, Punkte und Striche benutzen; nicht hub, base oder person.</translation>
    </message>
    <message>
        <source>There is no sign-in kind named %1.</source>
        <translation>Es gibt keine Anmeldeart namens %1.</translation>
    </message>
    <message>
        <source>Kinds are: %1.</source>
        <translation>Arten sind: %1.</translation>
    </message>
    <message>
        <source>There is an integration named %1 already.</source>
        <translation>Eine Integration namens %1 gibt es schon.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Einen anderen Namen wählen.</translation>
    </message>
    <message>
        <source>Unlock or start a keychain, or set %1 in the environment to the same JSON object.</source>
        <translation>Einen Schlüsselbund entsperren oder starten, oder %1 in der Umgebung auf dasselbe JSON-Objekt setzen.</translation>
    </message>
    <message>
        <source>%1 has no entity named %2.</source>
        <translation>%1 hat keine Datensatzart namens %2.</translation>
    </message>
    <message>
        <source>See them with: syncline-cli integration describe %1</source>
        <translation>Alle zeigt: syncline-cli integration describe %1</translation>
    </message>
    <message>
        <source>The mapping says conflict &quot;%1&quot; for %2, the workspace says &quot;%3&quot;.</source>
        <translation>Die Zuordnung nennt conflict „%1“ für %2, der Arbeitsbereich „%3“.</translation>
    </message>
    <message>
        <source>Change the file, or the workspace with: syncline-cli policy set %1 conflict=%2</source>
        <translation>Die Datei ändern, oder den Arbeitsbereich mit: syncline-cli policy set %1 conflict=%2</translation>
    </message>
    <message>
        <source>For example: syncline-cli policy set contact conflict=last_write_wins</source>
        <translation>Zum Beispiel: syncline-cli policy set contact conflict=last_write_wins</translation>
    </message>
    <message>
        <source>There is no entity named %1.</source>
        <translation>Es gibt keine Datensatzart namens %1.</translation>
    </message>
    <message>
        <source>%1 has no field named %2.</source>
        <translation>%1 hat kein Feld namens %2.</translation>
    </message>
    <message>
        <source>A try before adding is not possible here.</source>
        <translation>Ein Versuch vor dem Hinzufügen ist hier nicht möglich.</translation>
    </message>
    <message>
        <source>%1 may not make fields, by its settings.</source>
        <translation>%1 darf nach seinen Einstellungen keine Felder anlegen.</translation>
    </message>
    <message>
        <source>Permit it with: syncline-cli integration set %1 may_create_fields=true</source>
        <translation>Erlauben mit: syncline-cli integration set %1 may_create_fields=true</translation>
    </message>
    <message>
        <source>The entity %1 has no field &quot;%2&quot;.</source>
        <translation>Die Datensatzart %1 hat kein Feld „%2“.</translation>
    </message>
    <message>
        <source>Choose one of its fields.</source>
        <translation>Eines ihrer Felder wählen.</translation>
    </message>
    <message>
        <source>%1 of %2 have a field %3 already.</source>
        <translation>%1 von %2 haben bereits ein Feld %3.</translation>
    </message>
    <message>
        <source>Map the two.</source>
        <translation>Die beiden einander zuordnen.</translation>
    </message>
    <message>
        <source>%1 takes ids of ours and needs no field %2.</source>
        <translation>%1 nimmt eigene Kennungen von uns an und braucht kein Feld %2.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Keychain</name>
    <message>
        <source>The keychain is locked.</source>
        <translation>Der Schlüsselbund ist gesperrt.</translation>
    </message>
    <message>
        <source>Unlock the keychain (sign in to the desktop), then try again.</source>
        <translation>Den Schlüsselbund entsperren (am Desktop anmelden), dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The keychain holds no secret of %1.</source>
        <translation>Der Schlüsselbund enthält keine Zugangsdaten von %1.</translation>
    </message>
    <message>
        <source>Give the secrets of the integration again.</source>
        <translation>Die Zugangsdaten der Integration noch einmal angeben.</translation>
    </message>
    <message>
        <source>The keychain denied access to the secret of %1.</source>
        <translation>Der Schlüsselbund hat den Zugriff auf die Zugangsdaten von %1 verweigert.</translation>
    </message>
    <message>
        <source>Allow Syncline to use the keychain when it asks, then try again.</source>
        <translation>Syncline den Schlüsselbund erlauben, wenn er fragt, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>No keychain can be reached.</source>
        <translation>Kein Schlüsselbund ist erreichbar.</translation>
    </message>
    <message>
        <source>Start a desktop session with a keyring, or set %1 in the environment.</source>
        <translation>Eine Desktop-Sitzung mit einem Schlüsselbund starten, oder %1 in der Umgebung setzen.</translation>
    </message>
    <message>
        <source>The keychain did not answer in time.</source>
        <translation>Der Schlüsselbund hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>Look whether it asks for a password, then try again.</source>
        <translation>Nachsehen, ob er nach einem Passwort fragt, dann noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::MappingCheck</name>
    <message>
        <source>%1 / %2, field %3 / %4</source>
        <translation>%1 / %2, Feld %3 / %4</translation>
    </message>
    <message>
        <source>The entity %1 has no field &quot;%2&quot;.</source>
        <translation>Die Datensatzart %1 hat kein Feld „%2“.</translation>
    </message>
    <message>
        <source>Choose one of its fields, or add a field of your own whose key starts with x_.</source>
        <translation>Eines ihrer Felder wählen, oder ein eigenes Feld hinzufügen, dessen Schlüssel mit x_ beginnt.</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;.</source>
        <translation>%1 hat kein Feld „%2“.</translation>
    </message>
    <message>
        <source>Read the field list again, or remove this line.</source>
        <translation>Die Feldliste neu lesen, oder diese Zeile entfernen.</translation>
    </message>
    <message>
        <source>The line and its entity allow no common direction.</source>
        <translation>Die Zeile und ihre Datensatzart erlauben keine gemeinsame Richtung.</translation>
    </message>
    <message>
        <source>Change one of the two directions.</source>
        <translation>Eine der beiden Richtungen ändern.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; can only be read.</source>
        <translation>„%1“ kann nur gelesen werden.</translation>
    </message>
    <message>
        <source>Set the direction of this line to pull.</source>
        <translation>Die Richtung dieser Zeile auf pull setzen.</translation>
    </message>
    <message>
        <source>Only a field that is pushed can be enforced.</source>
        <translation>Nur ein Feld, das gesendet wird, kann durchgesetzt werden.</translation>
    </message>
    <message>
        <source>Set the direction to push, or switch enforcing off.</source>
        <translation>Die Richtung auf push setzen, oder das Durchsetzen ausschalten.</translation>
    </message>
    <message>
        <source>The transform &quot;%1&quot; cannot be reversed, but the field goes both ways.</source>
        <translation>Die Umwandlung „%1“ ist nicht umkehrbar, aber das Feld geht in beide Richtungen.</translation>
    </message>
    <message>
        <source>Give an inverse, or set the direction to push or pull.</source>
        <translation>Eine Umkehrung angeben, oder die Richtung auf push oder pull setzen.</translation>
    </message>
    <message>
        <source>A template can only be pushed.</source>
        <translation>Eine Vorlage kann nur gesendet werden.</translation>
    </message>
    <message>
        <source>Use another transform as the inverse.</source>
        <translation>Eine andere Umwandlung als Umkehrung benutzen.</translation>
    </message>
    <message>
        <source>Set the direction to push.</source>
        <translation>Die Richtung auf push setzen.</translation>
    </message>
    <message>
        <source>The template names an unknown field &quot;%1&quot;.</source>
        <translation>Die Vorlage nennt ein unbekanntes Feld „%1“.</translation>
    </message>
    <message>
        <source>Correct the name between the braces.</source>
        <translation>Den Namen zwischen den Klammern berichtigen.</translation>
    </message>
    <message>
        <source>A change of &quot;%1&quot; alone does not send this field again.</source>
        <translation>Eine Änderung von „%1“ allein sendet dieses Feld nicht noch einmal.</translation>
    </message>
    <message>
        <source>It is sent when &quot;%1&quot; changes.</source>
        <translation>Es wird gesendet, wenn sich „%1“ ändert.</translation>
    </message>
    <message>
        <source>The template names no field.</source>
        <translation>Die Vorlage nennt kein Feld.</translation>
    </message>
    <message>
        <source>Use a constant, or write a field as {first_name}.</source>
        <translation>Eine Konstante benutzen, oder ein Feld als {first_name} schreiben.</translation>
    </message>
    <message>
        <source>A field of type %1 cannot be joined with one of type %2.</source>
        <translation>Ein Feld vom Typ %1 kann nicht mit einem vom Typ %2 verbunden werden.</translation>
    </message>
    <message>
        <source>Choose another field, or a transform that changes the type.</source>
        <translation>Ein anderes Feld wählen, oder eine Umwandlung, die den Typ ändert.</translation>
    </message>
    <message>
        <source>The lookup table is empty.</source>
        <translation>Die Nachschlagetabelle ist leer.</translation>
    </message>
    <message>
        <source>Add a row, or choose another transform.</source>
        <translation>Eine Zeile hinzufügen, oder eine andere Umwandlung wählen.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not among the values of &quot;%2&quot;.</source>
        <translation>„%1“ ist nicht unter den Werten von „%2“.</translation>
    </message>
    <message>
        <source>Correct the lookup table, or add the value in the CRM.</source>
        <translation>Die Nachschlagetabelle berichtigen, oder den Wert im CRM hinzufügen.</translation>
    </message>
    <message>
        <source>The default value does not fit: %1</source>
        <translation>Der Vorgabewert passt nicht: %1</translation>
    </message>
    <message>
        <source>Correct the default value.</source>
        <translation>Den Vorgabewert berichtigen.</translation>
    </message>
    <message>
        <source>Only a set has a tag namespace; &quot;%1&quot; is none.</source>
        <translation>Nur eine Menge hat einen Namensraum für Tags; „%1“ ist keine.</translation>
    </message>
    <message>
        <source>Remove the tag namespace.</source>
        <translation>Den Namensraum für Tags entfernen.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Two lines write &quot;%1&quot;.</source>
        <translation>Zwei Zeilen schreiben „%1“.</translation>
    </message>
    <message>
        <source>Remove one of them, or let it only pull.</source>
        <translation>Eine davon entfernen, oder sie nur lesen lassen (pull).</translation>
    </message>
    <message>
        <source>Two lines fill &quot;%1&quot;.</source>
        <translation>Zwei Zeilen füllen „%1“.</translation>
    </message>
    <message>
        <source>Remove one of them, or let it only push.</source>
        <translation>Eine davon entfernen, oder sie nur senden lassen (push).</translation>
    </message>
    <message>
        <source>Records cannot be matched by &quot;%1&quot;: there is no such field.</source>
        <translation>Datensätze können nicht an „%1“ erkannt werden: ein solches Feld gibt es nicht.</translation>
    </message>
    <message>
        <source>Choose a field of %1.</source>
        <translation>Ein Feld von %1 wählen.</translation>
    </message>
    <message>
        <source>Records cannot be matched by &quot;%1&quot;: it is not mapped.</source>
        <translation>Datensätze können nicht an „%1“ erkannt werden: es ist nicht zugeordnet.</translation>
    </message>
    <message>
        <source>Add a line for this field.</source>
        <translation>Eine Zeile für dieses Feld hinzufügen.</translation>
    </message>
    <message>
        <source>Records are matched by &quot;%1&quot;, which is not mapped.</source>
        <translation>Datensätze werden an „%1“ erkannt, das nicht zugeordnet ist.</translation>
    </message>
    <message>
        <source>Add a line for it; until then every record waits for a person.</source>
        <translation>Eine Zeile dafür hinzufügen; bis dahin wartet jeder Datensatz auf eine Person.</translation>
    </message>
    <message>
        <source>%1 asks for &quot;%2&quot;, which no line writes.</source>
        <translation>%1 verlangt „%2“, das keine Zeile schreibt.</translation>
    </message>
    <message>
        <source>Add a line for it, or a constant.</source>
        <translation>Eine Zeile dafür hinzufügen, oder eine Konstante.</translation>
    </message>
    <message>
        <source>The CRM has no entity &quot;%1&quot;.</source>
        <translation>Das CRM hat keine Datensatzart „%1“.</translation>
    </message>
    <message>
        <source>Choose one of the entities that the connection test lists.</source>
        <translation>Eine der Datensatzarten wählen, die der Verbindungstest aufführt.</translation>
    </message>
    <message>
        <source>There is no hub entity &quot;%1&quot;.</source>
        <translation>Im Hub gibt es keine Datensatzart „%1“.</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>Eines von diesen benutzen: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is mapped twice.</source>
        <translation>„%1“ ist zweimal zugeordnet.</translation>
    </message>
    <message>
        <source>Join the two entries into one.</source>
        <translation>Die beiden Einträge zu einem verbinden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the place in the mapping, %2 the sentence that says what is wrong there</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>syncline::core::MappingDesk</name>
    <message>
        <source>There is no integration named %1.</source>
        <translation>Es gibt keine Integration namens %1.</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>Einen anderen wählen.</translation>
    </message>
    <message>
        <source>The fields of %1 have not been read yet.</source>
        <translation>Die Felder von %1 sind noch nicht gelesen.</translation>
    </message>
    <message>
        <source>Read them from the CRM.</source>
        <translation>Sie aus dem CRM lesen.</translation>
    </message>
    <message>
        <source>Record %1</source>
        <translation>Datensatz %1</translation>
    </message>
    <message>
        <source>stays as it is</source>
        <translation>bleibt, wie es ist</translation>
    </message>
    <message>
        <source>stays %1</source>
        <translation>bleibt %1</translation>
    </message>
    <message>
        <source>The value is not known here.</source>
        <translation>Der Wert ist hier nicht bekannt.</translation>
    </message>
    <message>
        <source>“%1” is not among the values of %2.</source>
        <translation>„%1“ ist nicht unter den Werten von %2.</translation>
    </message>
    <message numerus="yes">
        <source>Longer than the %n character(s) that fit.</source>
        <translation>
            <numerusform>Länger als das eine Zeichen, das passt.</numerusform>
            <numerusform>Länger als die %n Zeichen, die passen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enough records were read.</source>
        <translation>Genug Datensätze sind gelesen.</translation>
    </message>
    <message>
        <source>Counting was stopped.</source>
        <translation>Das Zählen wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>syncline::core::MappingEditor</name>
    <message>
        <source>Own fields</source>
        <translation>Eigene Felder</translation>
    </message>
    <message>
        <source>Social media</source>
        <translation>Soziale Medien</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>Custom fields</source>
        <translation>Eigene Felder des CRM</translation>
    </message>
</context>
<context>
    <name>syncline::core::MappingFile</name>
    <message>
        <source>&quot;%1&quot; is not a possible value of &quot;%2&quot; in %3.</source>
        <translation>„%1“ ist kein möglicher Wert von „%2“ in %3.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing in %2.</source>
        <translation>„%1“ fehlt in %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 must be a text that is not empty.</source>
        <translation>„%1“ in %2 muss ein Text sein, der nicht leer ist.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 must be a text.</source>
        <translation>„%1“ in %2 muss ein Text sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 must be true or false.</source>
        <translation>„%1“ in %2 muss true oder false sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 must be an object.</source>
        <translation>„%1“ in %2 muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 must be a list.</source>
        <translation>„%1“ in %2 muss eine Liste sein.</translation>
    </message>
    <message>
        <source>Unknown key &quot;%1&quot; in %2.</source>
        <translation>Unbekannter Schlüssel „%1“ in %2.</translation>
    </message>
    <message>
        <source>Remove it or correct its spelling.</source>
        <translation>Ihn entfernen oder seine Schreibung berichtigen.</translation>
    </message>
    <message>
        <source>Each entry of &quot;match&quot; in %1 must be a list of hub fields.</source>
        <translation>Jeder Eintrag von „match“ in %1 muss eine Liste von Hub-Feldern sein.</translation>
    </message>
    <message>
        <source>%1 must be an object.</source>
        <translation>%1 muss ein Objekt sein.</translation>
    </message>
    <message>
        <source>The mapping file is not JSON: %1 at byte %2.</source>
        <translation>Die Zuordnungsdatei ist kein JSON: %1 bei Byte %2.</translation>
    </message>
    <message>
        <source>The mapping file must hold one object.</source>
        <translation>Die Zuordnungsdatei muss ein Objekt enthalten.</translation>
    </message>
    <message>
        <source>This mapping file has version %1; this program knows version %2.</source>
        <translation>Diese Zuordnungsdatei hat Version %1; dieses Programm kennt Version %2.</translation>
    </message>
    <message>
        <source>Export it again with this version of Syncline.</source>
        <translation>Sie mit dieser Version von Syncline neu exportieren.</translation>
    </message>
    <message>
        <source>the mapping file</source>
        <translation>Zuordnungsdatei</translation>
    </message>
</context>
<context>
    <name>syncline::core::MappingFit</name>
    <message>
        <source>one text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>a date</source>
        <translation>ein Datum</translation>
    </message>
    <message>
        <source>a date with a time</source>
        <translation>ein Datum mit Uhrzeit</translation>
    </message>
    <message>
        <source>one value of a list</source>
        <translation>ein Wert einer Liste</translation>
    </message>
    <message>
        <source>several values</source>
        <translation>mehrere Werte</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>a phone number</source>
        <translation>eine Telefonnummer</translation>
    </message>
    <message>
        <source>a web address</source>
        <translation>eine Webadresse</translation>
    </message>
    <message>
        <source>a link to one record</source>
        <translation>ein Verweis auf einen Datensatz</translation>
    </message>
    <message>
        <source>links to several records</source>
        <translation>Verweise auf mehrere Datensätze</translation>
    </message>
    <message>
        <source>a consent</source>
        <translation>eine Einwilligung</translation>
    </message>
    <message>
        <source>several parts</source>
        <translation>mehrere Teile</translation>
    </message>
    <message>
        <source>With a lookup table</source>
        <translation>Mit einer Nachschlagetabelle</translation>
    </message>
    <message>
        <source>Join with commas</source>
        <translation>Mit Kommas verbinden</translation>
    </message>
    <message>
        <source>The first one only</source>
        <translation>Nur den ersten</translation>
    </message>
    <message>
        <source>Split at commas</source>
        <translation>An Kommas trennen</translation>
    </message>
    <message>
        <source>With the words Yes and No</source>
        <translation>Mit den Wörtern Ja und Nein</translation>
    </message>
    <message>
        <source>At midnight of that day</source>
        <translation>Um Mitternacht dieses Tages</translation>
    </message>
    <message>
        <source>The day only, the time is lost</source>
        <translation>Nur der Tag, die Uhrzeit geht verloren</translation>
    </message>
    <message>
        <source>As it is; values that are not %1 are reported</source>
        <translation>Wie es ist; Werte, die nicht %1 sind, werden gemeldet</translation>
    </message>
    <message>
        <source>%1 and %2 are connected already.</source>
        <translation>%1 und %2 sind schon verbunden.</translation>
    </message>
    <message>
        <source>%1 and %2 can both only be read.</source>
        <translation>%1 und %2 sind beide nur lesbar.</translation>
    </message>
    <message>
        <source>%1 holds %2; %3 takes %4.</source>
        <translation>%1 enthält %2; %3 nimmt %4.</translation>
    </message>
    <message>
        <source>%1 and %2 have different lists of values.</source>
        <translation>%1 und %2 haben verschiedene Wertelisten.</translation>
    </message>
</context>
<context>
    <name>syncline::core::MappingProblems</name>
    <message>
        <source>Do not enforce</source>
        <translation>Nicht durchsetzen</translation>
    </message>
    <message>
        <source>Clear the namespace</source>
        <translation>Den Namensraum leeren</translation>
    </message>
    <message>
        <source>No default</source>
        <translation>Kein Vorgabewert</translation>
    </message>
    <message>
        <source>Only push</source>
        <translation>Nur senden</translation>
    </message>
    <message>
        <source>Only pull</source>
        <translation>Nur lesen</translation>
    </message>
    <message>
        <source>Fill the table</source>
        <translation>Die Tabelle füllen</translation>
    </message>
    <message>
        <source>Remove the line</source>
        <translation>Die Zeile entfernen</translation>
    </message>
    <message>
        <source>Connect with %1</source>
        <translation>Mit %1 verbinden</translation>
    </message>
    <message>
        <source>Match as usual</source>
        <translation>Wie üblich erkennen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message numerus="yes">
        <source>is required in %1; %n record(s) have none</source>
        <translation>
            <numerusform>ist Pflicht in %1; %n Datensatz hat keinen Wert</numerusform>
            <numerusform>ist Pflicht in %1; %n Datensätze haben keinen Wert</numerusform>
        </translation>
    </message>
    <message>
        <source>They are held until they have one.</source>
        <translation>Sie werden zurückgehalten, bis sie einen haben.</translation>
    </message>
    <message>
        <source>Set a default</source>
        <translation>Einen Vorgabewert setzen</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has no value in %2 (%n record(s))</source>
        <translation>
            <numerusform>„%1“ hat keinen Wert in %2 (%n Datensatz)</numerusform>
            <numerusform>„%1“ hat keinen Wert in %2 (%n Datensätze)</numerusform>
        </translation>
    </message>
    <message>
        <source>These records keep what they have there.</source>
        <translation>Diese Datensätze behalten, was sie dort haben.</translation>
    </message>
    <message>
        <source>Choose one</source>
        <translation>Einen wählen</translation>
    </message>
</context>
<context>
    <name>syncline::core::Mirroring</name>
    <message>
        <source>There is no integration named %1.</source>
        <translation>Es gibt keine Integration namens %1.</translation>
    </message>
    <message>
        <source>See them with: syncline-cli integration list</source>
        <translation>Welche es gibt, zeigt: syncline-cli integration list</translation>
    </message>
    <message>
        <source>Names of tables cannot begin with &quot;%1&quot;.</source>
        <translation>Namen von Tabellen können nicht mit „%1“ beginnen.</translation>
    </message>
    <message>
        <source>Choose lower-case letters, digits and _, at most 20 of them.</source>
        <translation>Kleinbuchstaben, Ziffern und _ wählen, höchstens 20 Zeichen.</translation>
    </message>
    <message>
        <source>There is no keychain to keep the password in.</source>
        <translation>Es gibt keinen Schlüsselbund für das Passwort.</translation>
    </message>
    <message>
        <source>Set PGPASSWORD, or put the password into ~/.pgpass.</source>
        <translation>PGPASSWORD setzen oder das Passwort in ~/.pgpass ablegen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Noticing</name>
    <message>
        <source>%1 answers again</source>
        <translation>%1 antwortet wieder</translation>
    </message>
    <message>
        <source>What waited is brought up to date.</source>
        <translation>Was wartete, wird nachgeholt.</translation>
    </message>
    <message>
        <source>%1 needs you to sign in</source>
        <translation>%1 braucht Ihre Anmeldung</translation>
    </message>
    <message>
        <source>Its changes wait. The other systems go on.</source>
        <translation>Seine Änderungen warten. Die anderen Systeme laufen weiter.</translation>
    </message>
    <message>
        <source>%1 does not answer</source>
        <translation>%1 antwortet nicht</translation>
    </message>
    <message>
        <source>The other systems go on.</source>
        <translation>Die anderen Systeme laufen weiter.</translation>
    </message>
    <message numerus="yes">
        <source>%n new conflict(s)</source>
        <translation>
            <numerusform>%n neuer Konflikt</numerusform>
            <numerusform>%n neue Konflikte</numerusform>
        </translation>
    </message>
    <message>
        <source>Two sides changed the same field. The rest goes on; decide when you like.</source>
        <translation>Zwei Seiten haben dasselbe Feld geändert. Der Rest läuft weiter; entscheiden Sie, wann Sie möchten.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) are gone in a system</source>
        <translation>
            <numerusform>%n Datensatz ist in einem System verschwunden</numerusform>
            <numerusform>%n Datensätze sind in einem System verschwunden</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was deleted elsewhere. Say whether it should be.</source>
        <translation>Anderswo wurde nichts gelöscht. Sagen Sie, ob es soll.</translation>
    </message>
    <message>
        <source>A run stopped and asks</source>
        <translation>Ein Lauf hat angehalten und fragt</translation>
    </message>
    <message>
        <source>Look at its plan, then say whether it may go on.</source>
        <translation>Sehen Sie sich seinen Plan an, und sagen Sie dann, ob er weiterlaufen darf.</translation>
    </message>
    <message>
        <source>A run failed</source>
        <translation>Ein Lauf ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Runs work again</source>
        <translation>Läufe gelingen wieder</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were not written</source>
        <translation>
            <numerusform>%n Änderung wurde nicht geschrieben</numerusform>
            <numerusform>%n Änderungen wurden nicht geschrieben</numerusform>
        </translation>
    </message>
    <message>
        <source>A system did not take them. Each says why in the report.</source>
        <translation>Ein System hat sie nicht angenommen. Der Bericht sagt zu jeder, warum.</translation>
    </message>
    <message>
        <source>A shadow run is done</source>
        <translation>Ein Schattenlauf ist fertig</translation>
    </message>
    <message numerus="yes">
        <source>It would have made %n change(s).</source>
        <translation>
            <numerusform>Er hätte %n Änderung gemacht.</numerusform>
            <numerusform>Er hätte %n Änderungen gemacht.</numerusform>
        </translation>
    </message>
    <message>
        <source>First run is done</source>
        <translation>Der erste Lauf ist fertig</translation>
    </message>
    <message>
        <source>A run is done</source>
        <translation>Ein Lauf ist fertig</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were written.</source>
        <translation>
            <numerusform>%n Änderung wurde geschrieben.</numerusform>
            <numerusform>%n Änderungen wurden geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::OutputFile</name>
    <message>
        <source>%1 cannot be written: %2.</source>
        <translation>%1 lässt sich nicht schreiben: %2.</translation>
    </message>
    <message>
        <source>Free some space, then try again.</source>
        <translation>Platz schaffen, dann erneut versuchen.</translation>
    </message>
    <message>
        <source>Choose another file, in a folder that you may write to.</source>
        <translation>Eine andere Datei wählen, in einem beschreibbaren Ordner.</translation>
    </message>
</context>
<context>
    <name>syncline::core::OwnFields</name>
    <message>
        <source>There is no entity &quot;%1&quot; to refer to.</source>
        <translation>Es gibt keine Entität „%1“, auf die verwiesen werden könnte.</translation>
    </message>
    <message>
        <source>Entities are: %1.</source>
        <translation>Entitäten sind: %1.</translation>
    </message>
    <message>
        <source>%1 is mapped for %2.</source>
        <translation>%1 ist für %2 zugeordnet.</translation>
    </message>
    <message>
        <source>Take it out of the mapping first.</source>
        <translation>Nehmen Sie es zuerst aus der Zuordnung.</translation>
    </message>
    <message>
        <source>Records have a value of %1.</source>
        <translation>Datensätze haben einen Wert von %1.</translation>
    </message>
    <message>
        <source>Clear it there first, or keep the field.</source>
        <translation>Leeren Sie es dort zuerst, oder behalten Sie das Feld.</translation>
    </message>
    <message>
        <source>The entity %1 has no field of your own named &quot;%2&quot;.</source>
        <translation>Die Entität %1 hat kein eigenes Feld namens „%2“.</translation>
    </message>
    <message>
        <source>See: syncline-cli field list</source>
        <translation>Siehe: syncline-cli field list</translation>
    </message>
    <message>
        <source>%1 has a field %2 already, of another type.</source>
        <translation>%1 hat schon ein Feld %2 eines anderen Typs.</translation>
    </message>
    <message>
        <source>Remove that one, or use another key.</source>
        <translation>Entfernen Sie jenes, oder verwenden Sie einen anderen Schlüssel.</translation>
    </message>
</context>
<context>
    <name>syncline::core::People</name>
    <message>
        <source>&quot;%1&quot; is neither an e-mail address nor the id of a contact.</source>
        <translation>„%1“ ist weder eine E-Mail-Adresse noch die Kennung eines Kontakts.</translation>
    </message>
    <message>
        <source>See the contacts with: syncline-cli records list contact</source>
        <translation>Die Kontakte zeigt: syncline-cli records list contact</translation>
    </message>
    <message>
        <source>Nothing is known of %1, neither here nor in the CRMs.</source>
        <translation>Über %1 ist nichts bekannt, weder hier noch in den CRMs.</translation>
    </message>
    <message>
        <source>Look whether the address is spelled as in the CRMs.</source>
        <translation>Prüfen Sie, ob die Adresse so geschrieben ist wie in den CRMs.</translation>
    </message>
    <message>
        <source>The integration takes no part any more.</source>
        <translation>Die Integration nimmt nicht mehr teil.</translation>
    </message>
    <message>
        <source>Nothing is written to %1, by its settings.</source>
        <translation>In %1 wird nach den Einstellungen nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 shows it still.</source>
        <translation>%1 zeigt den Datensatz noch.</translation>
    </message>
    <message>
        <source>%1 people have the address %2.</source>
        <translation>%1 Personen haben die Adresse %2.</translation>
    </message>
    <message>
        <source>Name one of their records instead: %1</source>
        <translation>Nennen Sie stattdessen einen ihrer Datensätze: %1</translation>
    </message>
    <message>
        <source>A run of this workspace is going on.</source>
        <translation>Ein Lauf dieses Arbeitsbereichs ist im Gange.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Warten, bis er fertig ist, dann noch einmal versuchen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Planning</name>
    <message>
        <source>This run would change %1 of %2 linked records.</source>
        <translation>Dieser Lauf würde %1 von %2 verknüpften Datensätzen ändern.</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Correct the value in the CRM, or change the field&apos;s transform in the mapping.</source>
        <translation>Den Wert im CRM berichtigen, oder die Umwandlung des Feldes in der Zuordnung ändern.</translation>
    </message>
    <message>
        <source>It is outside the filter of %1.</source>
        <translation>Er liegt außerhalb des Filters von %1.</translation>
    </message>
    <message>
        <source>Both sides hold the same.</source>
        <translation>Beide Seiten enthalten dasselbe.</translation>
    </message>
    <message>
        <source>%1 needs %2, and it is blank here.</source>
        <translation>%1 braucht %2, und hier ist es leer.</translation>
    </message>
    <message>
        <source>Fill in %1, or give the field a default in the mapping.</source>
        <translation>%1 ausfüllen, oder dem Feld in der Zuordnung einen Vorgabewert geben.</translation>
    </message>
    <message>
        <source>The record was changed while it was planned.</source>
        <translation>Der Datensatz wurde geändert, während er geplant wurde.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Preview</name>
    <message>
        <source>This preview is no more.</source>
        <translation>Diese Vorschau gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>Compute it again.</source>
        <translation>Neu berechnen.</translation>
    </message>
    <message>
        <source>Taken out by you.</source>
        <translation>Von Ihnen herausgenommen.</translation>
    </message>
    <message>
        <source>This preview was carried out already.</source>
        <translation>Diese Vorschau wurde schon ausgeführt.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Reader</name>
    <message>
        <source>%1 answered with an empty list of %2, although %3 of its records are linked.</source>
        <translation>%1 hat mit einer leeren Liste von %2 geantwortet, obwohl %3 seiner Datensätze verknüpft sind.</translation>
    </message>
    <message>
        <source>Check the permissions of the account in %1. Nothing was deleted.</source>
        <translation>Die Berechtigungen des Kontos in %1 prüfen. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>It is outside the filter of %1.</source>
        <translation>Er liegt außerhalb des Filters von %1.</translation>
    </message>
    <message>
        <source>It was converted: a record of %1 stands for it.</source>
        <translation>Er wurde umgewandelt: Ein Datensatz von %1 steht für ihn.</translation>
    </message>
    <message>
        <source>It belongs to a person who was erased.</source>
        <translation>Er gehört zu einer Person, die gelöscht wurde.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Recipe</name>
    <message>
        <source>The recipe %1 has no setting &quot;%2&quot;.</source>
        <translation>Das Rezept %1 hat keine Einstellung „%2“.</translation>
    </message>
    <message>
        <source>Settings are: %1.</source>
        <translation>Einstellungen sind: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for %2.</source>
        <translation>„%1“ ist kein Wert für %2.</translation>
    </message>
    <message>
        <source>For example: %1=%2</source>
        <translation>Zum Beispiel: %1=%2</translation>
    </message>
    <message>
        <source>%1 is missing</source>
        <translation>%1 fehlt</translation>
    </message>
    <message>
        <source>%1 is no %2</source>
        <translation>%1 ist nicht vom Typ %2</translation>
    </message>
    <message>
        <source>The event %1 does not fit: %2.</source>
        <translation>Das Ereignis %1 passt nicht: %2.</translation>
    </message>
    <message>
        <source>Correct what sends it; an example: syncline-cli recipe show NAME</source>
        <translation>Berichtigen Sie, was es sendet; ein Beispiel: syncline-cli recipe show NAME</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>See docs/recipes.md.</source>
        <translation>Siehe docs/recipes.md.</translation>
    </message>
    <message>
        <source>a pair of a hub field and a formula is needed.</source>
        <translation>es braucht ein Paar aus einem Feld des Arbeitsbereichs und einer Formel.</translation>
    </message>
    <message>
        <source>%1 has the unknown type &quot;%2&quot;.</source>
        <translation>%1 hat den unbekannten Typ „%2“.</translation>
    </message>
    <message>
        <source>there is no setting &quot;%1&quot;.</source>
        <translation>es gibt keine Einstellung „%1“.</translation>
    </message>
    <message>
        <source>nothing before this step is called &quot;%1&quot;.</source>
        <translation>vor diesem Schritt heißt nichts „%1“.</translation>
    </message>
    <message>
        <source>there is no entity &quot;%1&quot;.</source>
        <translation>es gibt keine Entität „%1“.</translation>
    </message>
    <message>
        <source>%1 has no field &quot;%2&quot;.</source>
        <translation>%1 hat kein Feld „%2“.</translation>
    </message>
    <message>
        <source>Fields of the recipe&apos;s own stand under &quot;fields&quot;.</source>
        <translation>Eigene Felder des Rezepts stehen unter „fields“.</translation>
    </message>
    <message>
        <source>The recipe is no JSON object: %1</source>
        <translation>Das Rezept ist kein JSON-Objekt: %1</translation>
    </message>
    <message>
        <source>This is no recipe of a kind that is known here: &quot;syncline_recipe&quot; is not 1.</source>
        <translation>Das ist kein Rezept einer hier bekannten Art: „syncline_recipe“ ist nicht 1.</translation>
    </message>
    <message>
        <source>There is no recipe named %1.</source>
        <translation>Es gibt kein Rezept namens %1.</translation>
    </message>
    <message>
        <source>Recipes are: %1. A file of your own is named by its path.</source>
        <translation>Rezepte sind: %1. Eine eigene Datei wird mit ihrem Pfad genannt.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Recipes</name>
    <message>
        <source>Several records of %1 have the %2 &quot;%3&quot;.</source>
        <translation>Mehrere Datensätze von %1 haben %2 „%3“.</translation>
    </message>
    <message>
        <source>Decide about the duplicates in Review, then send the event again.</source>
        <translation>Entscheiden Sie unter „Prüfen“ über die Dubletten, und senden Sie das Ereignis dann noch einmal.</translation>
    </message>
    <message>
        <source>No recipe of this workspace knows the event %1.</source>
        <translation>Kein Rezept dieses Arbeitsbereichs kennt das Ereignis %1.</translation>
    </message>
    <message>
        <source>Events are: %1.</source>
        <translation>Ereignisse sind: %1.</translation>
    </message>
    <message>
        <source>Apply a recipe first: syncline-cli recipe apply NAME</source>
        <translation>Wenden Sie zuerst ein Rezept an: syncline-cli recipe apply NAME</translation>
    </message>
    <message>
        <source>The event %1 is no JSON object.</source>
        <translation>Das Ereignis %1 ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>Correct what sends it.</source>
        <translation>Berichtigen Sie, was es sendet.</translation>
    </message>
    <message>
        <source>The recipe %1 is not applied any more.</source>
        <translation>Das Rezept %1 ist nicht mehr angewendet.</translation>
    </message>
    <message>
        <source>The recipe %1 has no step %2 any more.</source>
        <translation>Das Rezept %1 hat keinen Schritt %2 mehr.</translation>
    </message>
    <message>
        <source>The recipe %1 is not applied here.</source>
        <translation>Das Rezept %1 ist hier nicht angewendet.</translation>
    </message>
    <message>
        <source>See: syncline-cli recipe list</source>
        <translation>Siehe: syncline-cli recipe list</translation>
    </message>
</context>
<context>
    <name>syncline::core::RecordExport</name>
    <message>
        <source>The export was stopped.</source>
        <translation>Der Export wurde abgebrochen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::RecordPage</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>a person here</source>
        <translation>eine Person hier</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>Today %1</source>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>On %1</source>
        <translation>Am %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 fields changed by %2</source>
        <translation>%1 Felder geändert durch %2</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>%1 did not take it: %2</source>
        <translation>%1 hat es nicht angenommen: %2</translation>
    </message>
    <message>
        <source>Created in %1</source>
        <translation>In %1 angelegt</translation>
    </message>
    <message>
        <source>Sent to %1</source>
        <translation>An %1 gesendet</translation>
    </message>
    <message>
        <source>Linked with %1</source>
        <translation>Mit %1 verknüpft</translation>
    </message>
    <message>
        <source>%2 decided: %3, by %1</source>
        <translation>%2 entschieden: %3, durch %1</translation>
    </message>
    <message>
        <source>%2 became %4, by %1</source>
        <translation>%2 wurde %4, durch %1</translation>
    </message>
    <message>
        <source>Made here by %1</source>
        <translation>Hier angelegt durch %1</translation>
    </message>
    <message>
        <source>Delete asked for by %1</source>
        <translation>Löschung verlangt durch %1</translation>
    </message>
    <message>
        <source>Delete released by %1</source>
        <translation>Löschung freigegeben durch %1</translation>
    </message>
    <message>
        <source>Kept by %1</source>
        <translation>Behalten durch %1</translation>
    </message>
    <message>
        <source>Linked by hand by %1</source>
        <translation>Von Hand verknüpft durch %1</translation>
    </message>
    <message>
        <source>Kept apart by %1</source>
        <translation>Getrennt gehalten durch %1</translation>
    </message>
    <message>
        <source>Decision taken back by %1</source>
        <translation>Entscheidung zurückgenommen durch %1</translation>
    </message>
    <message>
        <source>%2: %3 was overwritten</source>
        <translation>%2: %3 wurde überschrieben</translation>
    </message>
    <message>
        <source>%1: waits for a decision</source>
        <translation>%1: wartet auf eine Entscheidung</translation>
    </message>
    <message>
        <source>At a time that it does not tell</source>
        <translation>Zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>%1, %2 changed it to %3.</source>
        <translation>%1 hat %2 es in %3 geändert.</translation>
    </message>
    <message>
        <source>Nobody&apos;s value was overwritten: it waits for your decision. All other fields went on.</source>
        <translation>Niemandes Wert wurde überschrieben: er wartet auf eine Entscheidung. Alle anderen Felder gingen weiter.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>%1, %2 set it to %3.</source>
        <translation>%1 hat %2 es auf %3 gesetzt.</translation>
    </message>
    <message>
        <source>%1, %2 changed it here to %3.</source>
        <translation>%1 hat %2 es hier in %3 geändert.</translation>
    </message>
    <message>
        <source>%1, %2 decided on %3.</source>
        <translation>%1 hat %2 sich für %3 entschieden.</translation>
    </message>
    <message>
        <source>Nobody has set it yet.</source>
        <translation>Niemand hat es bisher gesetzt.</translation>
    </message>
    <message>
        <source>It came from %1.</source>
        <translation>Es kam aus %1.</translation>
    </message>
    <message>
        <source>%1 does not get it: the field is not mapped there.</source>
        <translation>%1 bekommt es nicht: das Feld ist dort nicht zugeordnet.</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
</context>
<context>
    <name>syncline::core::Records</name>
    <message>
        <source>%1 has no field named %2.</source>
        <translation>%1 hat kein Feld namens %2.</translation>
    </message>
    <message>
        <source>Field names are those of docs/hub-schema.md, or begin with x_.</source>
        <translation>Feldnamen sind die aus docs/hub-schema.md, oder sie beginnen mit x_.</translation>
    </message>
    <message>
        <source>There is no record %1.</source>
        <translation>Den Datensatz %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>See records with: syncline-cli records list contact</source>
        <translation>Die Datensätze zeigt: syncline-cli records list contact</translation>
    </message>
    <message>
        <source>There is no entity named %1.</source>
        <translation>Es gibt keine Datensatzart namens %1.</translation>
    </message>
    <message>
        <source>Entities are: %1.</source>
        <translation>Datensatzarten sind: %1.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no value for %2.</source>
        <translation>„%1“ ist kein Wert für %2.</translation>
    </message>
    <message>
        <source>For example: %1</source>
        <translation>Zum Beispiel: %1</translation>
    </message>
    <message>
        <source>The record %1 is a %2, not a %3.</source>
        <translation>Der Datensatz %1 ist von der Art %2, nicht %3.</translation>
    </message>
    <message>
        <source>Ask with: syncline-cli why %1 %2 %3</source>
        <translation>Fragen mit: syncline-cli why %1 %2 %3</translation>
    </message>
    <message>
        <source>Nobody has set %1 yet.</source>
        <translation>Niemand hat %1 bisher gesetzt.</translation>
    </message>
    <message>
        <source>A person set %1 here.</source>
        <translation>Eine Person hat %1 hier gesetzt.</translation>
    </message>
    <message>
        <source>%1 came from %2.</source>
        <translation>%1 kam aus %2.</translation>
    </message>
    <message>
        <source>The person with this match key was erased on %1.</source>
        <translation>Die Person mit diesem Schlüssel wurde am %1 gelöscht.</translation>
    </message>
    <message>
        <source>Who was erased is not taken in again. Use another address if this is somebody else.</source>
        <translation>Wer gelöscht wurde, wird nicht wieder aufgenommen. Verwenden Sie eine andere Adresse, wenn es jemand anderes ist.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Relations</name>
    <message>
        <source>Only a relation waits.</source>
        <translation>Nur eine Beziehung wartet.</translation>
    </message>
    <message>
        <source>It refers to a record of %1 that is not kept in step.</source>
        <translation>Er verweist auf einen Datensatz von %1, der nicht abgeglichen wird.</translation>
    </message>
    <message>
        <source>It refers to a record that %1 does not have yet.</source>
        <translation>Er verweist auf einen Datensatz, den %1 noch nicht hat.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Replay</name>
    <message>
        <source>%1 took no part.</source>
        <translation>%1 war nicht beteiligt.</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>Den Lauf %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>See the runs with: syncline-cli runs list</source>
        <translation>Die Läufe ansehen mit: syncline-cli runs list</translation>
    </message>
    <message>
        <source>Run %1 has no plan of its own that could be made again.</source>
        <translation>Der Lauf %1 hat keinen eigenen Plan, der noch einmal gemacht werden könnte.</translation>
    </message>
    <message>
        <source>An undo follows from the run that it takes back, and a run that was cut off has no whole plan. Name another run.</source>
        <translation>Einen anderen Lauf nennen: Ein Rückgängigmachen folgt aus dem Lauf, den es zurücknimmt, und ein abgebrochener Lauf hat keinen ganzen Plan.</translation>
    </message>
    <message>
        <source>What the plan of run %1 was made from is not kept.</source>
        <translation>Woraus der Plan des Laufs %1 gemacht wurde, ist nicht aufgehoben.</translation>
    </message>
    <message>
        <source>It is kept for 30 days, and for the latest runs up to %1 records in all.</source>
        <translation>Aufgehoben wird es 30 Tage lang, und für die letzten Läufe bis zu zusammen %1 Datensätzen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Review</name>
    <message>
        <source>Nothing waits under the id %1.</source>
        <translation>Unter der ID %1 wartet nichts.</translation>
    </message>
    <message>
        <source>See what waits with: syncline-cli %1 list</source>
        <translation>Was wartet, zeigt: syncline-cli %1 list</translation>
    </message>
    <message>
        <source>This conflict is about several fields at once.</source>
        <translation>Dieser Konflikt betrifft mehrere Felder zugleich.</translation>
    </message>
    <message>
        <source>Take one side with --take.</source>
        <translation>Mit --take eine Seite nehmen.</translation>
    </message>
    <message>
        <source>This conflict has no side &quot;%1&quot;.</source>
        <translation>Dieser Konflikt hat keine Seite „%1“.</translation>
    </message>
    <message>
        <source>See its sides with: syncline-cli conflicts show %1</source>
        <translation>Seine Seiten zeigt: syncline-cli conflicts show %1</translation>
    </message>
    <message>
        <source>The record is not here yet.</source>
        <translation>Der Datensatz ist noch nicht hier.</translation>
    </message>
    <message>
        <source>Run a sync first; then decide.</source>
        <translation>Zuerst abgleichen, dann entscheiden.</translation>
    </message>
    <message>
        <source>The record changed since this conflict was shown.</source>
        <translation>Der Datensatz hat sich geändert, seit dieser Konflikt gezeigt wurde.</translation>
    </message>
    <message>
        <source>Look at it again with: syncline-cli conflicts show %1, after a sync.</source>
        <translation>Ihn nach einem Abgleich noch einmal ansehen mit: syncline-cli conflicts show %1.</translation>
    </message>
    <message>
        <source>The record is gone already.</source>
        <translation>Der Datensatz ist schon weg.</translation>
    </message>
    <message>
        <source>See what waits with: syncline-cli deletes list</source>
        <translation>Was wartet, zeigt: syncline-cli deletes list</translation>
    </message>
    <message>
        <source>There is no record %1.</source>
        <translation>Den Datensatz %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>See records with: syncline-cli records list %1</source>
        <translation>Die Datensätze zeigt: syncline-cli records list %1</translation>
    </message>
    <message>
        <source>The record is linked to another record of this CRM already.</source>
        <translation>Der Datensatz ist schon mit einem anderen Datensatz dieses CRM verknüpft.</translation>
    </message>
    <message>
        <source>Merge the two in the CRM, or keep them apart with: syncline-cli duplicates apart %1</source>
        <translation>Die beiden im CRM zusammenführen, oder sie getrennt halten mit: syncline-cli duplicates apart %1</translation>
    </message>
    <message>
        <source>Its entity is not mapped any more.</source>
        <translation>Seine Datensatzart ist nicht mehr zugeordnet.</translation>
    </message>
    <message>
        <source>Map it again with: syncline-cli map import FILE</source>
        <translation>Sie wieder zuordnen mit: syncline-cli map import FILE</translation>
    </message>
    <message>
        <source>The record is linked by now, or gone.</source>
        <translation>Der Datensatz ist inzwischen verknüpft oder weg.</translation>
    </message>
    <message>
        <source>Run a sync and look again.</source>
        <translation>Abgleichen und noch einmal ansehen.</translation>
    </message>
    <message>
        <source>%1 takes no part.</source>
        <translation>%1 nimmt nicht teil.</translation>
    </message>
    <message>
        <source>Nobody knows when %1 changed it.</source>
        <translation>Niemand weiß, wann %1 es geändert hat.</translation>
    </message>
    <message>
        <source>%1 is newer by %2 min.</source>
        <translation>%1 ist um %2 min neuer.</translation>
    </message>
    <message>
        <source>%1 is not older.</source>
        <translation>%1 ist nicht älter.</translation>
    </message>
    <message>
        <source>each side keeps its own</source>
        <translation>jede Seite behält ihren eigenen</translation>
    </message>
    <message>
        <source>There is no such decision to take back.</source>
        <translation>Eine solche Entscheidung, die zurückgenommen werden kann, gibt es nicht.</translation>
    </message>
    <message>
        <source>Look at the list again.</source>
        <translation>Die Liste noch einmal ansehen.</translation>
    </message>
    <message>
        <source>This was carried out already, or the record moved on since.</source>
        <translation>Das wurde schon ausgeführt, oder der Datensatz hat sich seitdem bewegt.</translation>
    </message>
    <message>
        <source>Change the record itself, or undo the run.</source>
        <translation>Den Datensatz selbst ändern, oder den Lauf rückgängig machen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::RunControl</name>
    <message>
        <source>Run %1: %2.</source>
        <translation>Lauf %1: %2.</translation>
    </message>
</context>
<context>
    <name>syncline::core::RunReport</name>
    <message>
        <source>This run is not in the history.</source>
        <translation>Dieser Lauf steht nicht im Verlauf.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Runner</name>
    <message>
        <source>This workspace has no integration yet.</source>
        <translation>Dieser Arbeitsbereich hat noch keine Integration.</translation>
    </message>
    <message>
        <source>Connect a system with: syncline-cli integration add</source>
        <translation>Ein System verbinden mit: syncline-cli integration add</translation>
    </message>
    <message>
        <source>No integration of this run is mapped to %1.</source>
        <translation>Keine Integration dieses Laufs ist %1 zugeordnet.</translation>
    </message>
    <message>
        <source>See what is mapped with: syncline-cli map export NAME</source>
        <translation>Was zugeordnet ist, zeigt: syncline-cli map export NAME</translation>
    </message>
    <message>
        <source>Nothing is mapped yet.</source>
        <translation>Noch ist nichts zugeordnet.</translation>
    </message>
    <message>
        <source>Let Syncline suggest a mapping with: syncline-cli map suggest NAME --apply</source>
        <translation>Syncline eine Zuordnung vorschlagen lassen mit: syncline-cli map suggest NAME --apply</translation>
    </message>
    <message>
        <source>Another run of this workspace is going on.</source>
        <translation>Ein anderer Lauf dieses Arbeitsbereichs ist im Gange.</translation>
    </message>
    <message>
        <source>Wait until it has finished, then try again.</source>
        <translation>Warten, bis er fertig ist, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>The run was cancelled.</source>
        <translation>Der Lauf wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was written. Run it again at any time.</source>
        <translation>Nichts wurde geschrieben. Der Lauf kann jederzeit neu gestartet werden.</translation>
    </message>
    <message>
        <source>There is no run %1.</source>
        <translation>Den Lauf %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>See the runs with: syncline-cli runs list</source>
        <translation>Die Läufe zeigt: syncline-cli runs list</translation>
    </message>
    <message>
        <source>The plan of run %1 was carried out already.</source>
        <translation>Der Plan von Lauf %1 wurde schon ausgeführt.</translation>
    </message>
    <message>
        <source>Make a new plan with: syncline-cli sync --dry-run</source>
        <translation>Einen neuen Plan machen mit: syncline-cli sync --dry-run</translation>
    </message>
    <message>
        <source>Run %1 was a preview; there is nothing to undo.</source>
        <translation>Lauf %1 war eine Vorschau; es gibt nichts rückgängig zu machen.</translation>
    </message>
    <message>
        <source>Nothing is written to %1, by its settings.</source>
        <translation>Nach seinen Einstellungen wird in %1 nichts geschrieben.</translation>
    </message>
    <message>
        <source>%1 has no field %2 of %3 any more; what is mapped to it is not synced.</source>
        <translation>%1 hat kein Feld %2 von %3 mehr; was ihm zugeordnet ist, wird nicht synchronisiert.</translation>
    </message>
    <message>
        <source>Map another field of %1 instead, or take the line out of the mapping.</source>
        <translation>Stattdessen ein anderes Feld von %1 zuordnen, oder die Zeile aus der Zuordnung nehmen.</translation>
    </message>
    <message>
        <source>%1 has no %2 any more, or does not show them to the account; they are not synced, and nothing is deleted.</source>
        <translation>%1 hat kein „%2“ mehr oder zeigt es dem Konto nicht; es wird nicht synchronisiert, und nichts wird gelöscht.</translation>
    </message>
    <message>
        <source>Check what the account may see in %1, or switch the mapping of %2 off.</source>
        <translation>Prüfen, was das Konto in %1 sehen darf, oder die Zuordnung von „%2“ ausschalten.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Schedule</name>
    <message>
        <source>&quot;%1&quot; is not a time of day.</source>
        <translation>„%1“ ist keine Uhrzeit.</translation>
    </message>
    <message>
        <source>Write hours and minutes from 00:00 to 23:59, such as 02:00.</source>
        <translation>Schreiben Sie Stunden und Minuten von 00:00 bis 23:59, etwa 02:00.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say when.</source>
        <translation>„%1“ sagt nicht, wann.</translation>
    </message>
    <message>
        <source>Write one of: every 15 minutes, hourly at :05, daily at 02:00, cron 30 3 * * sun</source>
        <translation>Schreiben Sie eines von: every 15 minutes, hourly at :05, daily at 02:00, cron 30 3 * * sun</translation>
    </message>
    <message>
        <source>&quot;every %1&quot; is no interval that can be kept.</source>
        <translation>„every %1“ ist kein Abstand, der sich einhalten lässt.</translation>
    </message>
    <message>
        <source>It goes from 1 minute to 31 days.</source>
        <translation>Möglich ist 1 Minute bis 31 Tage.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no minute of the hour.</source>
        <translation>„%1“ ist keine Minute der Stunde.</translation>
    </message>
    <message>
        <source>Write it from :00 to :59, such as: hourly at :05</source>
        <translation>Schreiben Sie :00 bis :59, etwa: hourly at :05</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not say from when to when.</source>
        <translation>„%1“ sagt nicht, von wann bis wann.</translation>
    </message>
    <message>
        <source>Write quiet hours as 22:00-06:00.</source>
        <translation>Schreiben Sie Ruhezeiten als 22:00-06:00.</translation>
    </message>
    <message>
        <source>Quiet hours that end when they begin leave no run.</source>
        <translation>Ruhezeiten, die enden, wenn sie beginnen, lassen keinen Lauf übrig.</translation>
    </message>
    <message>
        <source>There is no time zone &quot;%1&quot;.</source>
        <translation>Es gibt keine Zeitzone „%1“.</translation>
    </message>
    <message>
        <source>Name it as in Europe/Berlin or UTC.</source>
        <translation>Nennen Sie sie wie in Europe/Berlin oder UTC.</translation>
    </message>
    <message>
        <source>With these quiet hours it would never run.</source>
        <translation>Mit diesen Ruhezeiten liefe er nie.</translation>
    </message>
    <message>
        <source>Choose another time, or other quiet hours.</source>
        <translation>Wählen Sie eine andere Zeit oder andere Ruhezeiten.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Scheduler</name>
    <message>
        <source>Its integration was removed.</source>
        <translation>Seine Integration wurde entfernt.</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 ist angehalten.</translation>
    </message>
    <message>
        <source>Schedule %1 was due at %2 and is caught up now.</source>
        <translation>Zeitplan %1 war um %2 fällig und wird jetzt nachgeholt.</translation>
    </message>
    <message numerus="yes">
        <source>It would have made %n change(s).</source>
        <translation>
            <numerusform>Er hätte %n Änderung gemacht.</numerusform>
            <numerusform>Er hätte %n Änderungen gemacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) failed.</source>
        <translation>
            <numerusform>%n Änderung schlug fehl.</numerusform>
            <numerusform>%n Änderungen schlugen fehl.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) were written.</source>
        <translation>
            <numerusform>%n Änderung wurde geschrieben.</numerusform>
            <numerusform>%n Änderungen wurden geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::Schedules</name>
    <message>
        <source>There is no schedule %1.</source>
        <translation>Es gibt keinen Zeitplan %1.</translation>
    </message>
    <message>
        <source>See the schedules with: syncline-cli schedule list</source>
        <translation>Die Zeitpläne zeigt: syncline-cli schedule list</translation>
    </message>
    <message>
        <source>The schedule %1 was made by a newer Syncline.</source>
        <translation>Der Zeitplan %1 stammt von einem neueren Syncline.</translation>
    </message>
    <message>
        <source>Install the newer Syncline, or make the schedule anew.</source>
        <translation>Installieren Sie das neuere Syncline, oder legen Sie den Zeitplan neu an.</translation>
    </message>
    <message>
        <source>There is no integration &quot;%1&quot;.</source>
        <translation>Es gibt keine Integration „%1“.</translation>
    </message>
    <message>
        <source>See the integrations with: syncline-cli integration list</source>
        <translation>Die Integrationen zeigt: syncline-cli integration list</translation>
    </message>
    <message>
        <source>There are no records of kind &quot;%1&quot;.</source>
        <translation>Es gibt keine Datensätze der Art „%1“.</translation>
    </message>
    <message>
        <source>Kinds are: %1.</source>
        <translation>Arten sind: %1.</translation>
    </message>
</context>
<context>
    <name>syncline::core::ScriptResults</name>
    <message>
        <source>The function has not been evaluated.</source>
        <translation>Die Funktion wurde nicht ausgewertet.</translation>
    </message>
</context>
<context>
    <name>syncline::core::ScriptRunner</name>
    <message>
        <source>The function&apos;s result is too large.</source>
        <translation>Das Ergebnis der Funktion ist zu groß.</translation>
    </message>
    <message>
        <source>The function gave no result.</source>
        <translation>Die Funktion hat kein Ergebnis geliefert.</translation>
    </message>
    <message>
        <source>The function failed: %1</source>
        <translation>Die Funktion ist gescheitert: %1</translation>
    </message>
    <message>
        <source>The program &quot;%1&quot;, which runs scripted transforms, does not start: %2</source>
        <translation>Das Programm „%1“, das Skript-Umwandlungen ausführt, startet nicht: %2</translation>
    </message>
    <message>
        <source>Install Syncline again.</source>
        <translation>Syncline neu installieren.</translation>
    </message>
    <message>
        <source>it wrote too much</source>
        <translation>sie hat zu viel geschrieben</translation>
    </message>
    <message>
        <source>it took too long</source>
        <translation>sie hat zu lange gebraucht</translation>
    </message>
    <message>
        <source>it used too much time or memory</source>
        <translation>sie hat zu viel Zeit oder Speicher verbraucht</translation>
    </message>
    <message>
        <source>The function was stopped: %1.</source>
        <translation>Die Funktion wurde angehalten: %1.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Secrets</name>
    <message>
        <source>%1 does not hold a JSON object of texts.</source>
        <translation>%1 enthält kein JSON-Objekt aus Texten.</translation>
    </message>
    <message>
        <source>Give an object such as {&quot;client_id&quot;: &quot;…&quot;, &quot;client_secret&quot;: &quot;…&quot;}; keys are %1.</source>
        <translation>Ein Objekt wie {&quot;client_id&quot;: &quot;…&quot;, &quot;client_secret&quot;: &quot;…&quot;} angeben; Schlüssel sind %1.</translation>
    </message>
    <message>
        <source>The secrets are no JSON object.</source>
        <translation>Die Zugangsdaten sind kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>There is no secret named &quot;%1&quot;.</source>
        <translation>Zugangsdaten namens „%1“ gibt es nicht.</translation>
    </message>
    <message>
        <source>The secret &quot;%1&quot; is no text.</source>
        <translation>Die Zugangsdaten „%1“ sind kein Text.</translation>
    </message>
</context>
<context>
    <name>syncline::core::ServeApi</name>
    <message>
        <source>&quot;%1&quot; is not a list of names.</source>
        <translation>„%1“ ist keine Liste von Namen.</translation>
    </message>
    <message>
        <source>The body is not a JSON object.</source>
        <translation>Der Inhalt ist kein JSON-Objekt.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not understood.</source>
        <translation>„%1“ wird nicht verstanden.</translation>
    </message>
    <message>
        <source>Keys are integrations and entities (lists), full and dry_run (true or false).</source>
        <translation>Schlüssel sind integrations und entities (Listen), full und dry_run (true oder false).</translation>
    </message>
    <message>
        <source>This address does not take that method.</source>
        <translation>Diese Adresse nimmt diese Methode nicht.</translation>
    </message>
    <message>
        <source>This address is closed: there is no token.</source>
        <translation>Diese Adresse ist geschlossen: Es gibt kein Token.</translation>
    </message>
    <message>
        <source>Make one with: syncline-cli serve --new-token</source>
        <translation>Eines macht: syncline-cli serve --new-token</translation>
    </message>
    <message>
        <source>The token is missing or wrong.</source>
        <translation>Das Token fehlt oder ist falsch.</translation>
    </message>
    <message>
        <source>Send it as: Authorization: Bearer TOKEN</source>
        <translation>Senden Sie es als: Authorization: Bearer TOKEN</translation>
    </message>
    <message>
        <source>The program is stopping or busy.</source>
        <translation>Das Programm endet gerade oder ist beschäftigt.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>There is no such run.</source>
        <translation>Diesen Lauf gibt es nicht.</translation>
    </message>
    <message>
        <source>This program answers to 127.0.0.1 and localhost only.</source>
        <translation>Dieses Programm antwortet nur unter 127.0.0.1 und localhost.</translation>
    </message>
    <message>
        <source>There is nothing at this address.</source>
        <translation>Unter dieser Adresse gibt es nichts.</translation>
    </message>
    <message>
        <source>An event needs the header Idempotency-Key, of at most 200 characters.</source>
        <translation>Ein Ereignis braucht die Kopfzeile Idempotency-Key mit höchstens 200 Zeichen.</translation>
    </message>
    <message>
        <source>Send the same key with the same event, and no event happens twice.</source>
        <translation>Senden Sie mit demselben Ereignis denselben Schlüssel; dann geschieht kein Ereignis zweimal.</translation>
    </message>
    <message>
        <source>Addresses are: GET /status, GET /metrics, POST /sync, POST /events/KIND, GET /runs/ID.</source>
        <translation>Adressen sind: GET /status, GET /metrics, POST /sync, POST /events/KIND, GET /runs/ID.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Session</name>
    <message>
        <source>%1 may not do this in this workspace.</source>
        <translation>%1 darf das in diesem Arbeitsbereich nicht.</translation>
    </message>
    <message>
        <source>Ask an administrator of the workspace.</source>
        <translation>Einen Administrator des Arbeitsbereichs fragen.</translation>
    </message>
    <message>
        <source>%1 is not asked.</source>
        <translation>%1 wird nicht gefragt.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Settings</name>
    <message>
        <source>%1 needs a number, not &quot;%2&quot;.</source>
        <translation>%1 braucht eine Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>Give a number of 0 or more.</source>
        <translation>Eine Zahl ab 0 angeben.</translation>
    </message>
    <message>
        <source>%1 needs a whole number, not &quot;%2&quot;.</source>
        <translation>%1 braucht eine ganze Zahl, nicht „%2“.</translation>
    </message>
    <message>
        <source>Give a number from 0 to %1.</source>
        <translation>Eine Zahl von 0 bis %1 angeben.</translation>
    </message>
    <message>
        <source>There is no entity named %1.</source>
        <translation>Es gibt keine Datensatzart namens %1.</translation>
    </message>
    <message>
        <source>Entities are: %1.</source>
        <translation>Datensatzarten sind: %1.</translation>
    </message>
    <message>
        <source>There is no setting named %1.</source>
        <translation>Es gibt keine Einstellung namens %1.</translation>
    </message>
    <message>
        <source>Settings are: %1.</source>
        <translation>Einstellungen sind: %1.</translation>
    </message>
    <message>
        <source>%1 needs true or false, not &quot;%2&quot;.</source>
        <translation>%1 braucht true oder false, nicht „%2“.</translation>
    </message>
    <message>
        <source>For example: %1=true</source>
        <translation>Zum Beispiel: %1=true</translation>
    </message>
    <message>
        <source>%1 needs the two capital letters of a country, not &quot;%2&quot;.</source>
        <translation>%1 braucht die zwei Großbuchstaben eines Landes, nicht „%2“.</translation>
    </message>
    <message>
        <source>For example: phone_region=DE</source>
        <translation>Zum Beispiel: phone_region=DE</translation>
    </message>
    <message>
        <source>For example: syncline-cli policy set contact conflict=last_write_wins</source>
        <translation>Zum Beispiel: syncline-cli policy set contact conflict=last_write_wins</translation>
    </message>
    <message>
        <source>There is no conflict policy named %1.</source>
        <translation>Es gibt keine Konfliktregel namens %1.</translation>
    </message>
    <message>
        <source>Policies are: manual, last_write_wins, field_merge, primary_wins, secondary_wins.</source>
        <translation>Regeln sind: manual, last_write_wins, field_merge, primary_wins, secondary_wins.</translation>
    </message>
    <message>
        <source>There is no policy named %1 for %2.</source>
        <translation>Es gibt keine Regel namens %1 für %2.</translation>
    </message>
    <message>
        <source>There is no delete policy named %1.</source>
        <translation>Es gibt keine Löschregel namens %1.</translation>
    </message>
    <message>
        <source>Policies are: ask, ignore, unlink, archive, propagate.</source>
        <translation>Regeln sind: ask, ignore, unlink, archive, propagate.</translation>
    </message>
    <message>
        <source>no_key is hold or create, not %1.</source>
        <translation>no_key ist hold oder create, nicht %1.</translation>
    </message>
    <message>
        <source>For example: no_key=hold</source>
        <translation>Zum Beispiel: no_key=hold</translation>
    </message>
    <message>
        <source>%1 needs the three capital letters of a currency, not &quot;%2&quot;.</source>
        <translation>%1 braucht die drei Großbuchstaben einer Währung, nicht „%2“.</translation>
    </message>
    <message>
        <source>For example: currency=EUR</source>
        <translation>Zum Beispiel: currency=EUR</translation>
    </message>
    <message>
        <source>%1 needs a version of HubSpot&apos;s or Salesforce&apos;s API, not &quot;%2&quot;.</source>
        <translation>%1 braucht eine Version der API von HubSpot oder Salesforce, nicht „%2“.</translation>
    </message>
    <message>
        <source>For example: api_version=2026-03 or v3 for HubSpot, api_version=66.0 for Salesforce</source>
        <translation>Zum Beispiel: api_version=2026-03 oder v3 für HubSpot, api_version=66.0 für Salesforce</translation>
    </message>
</context>
<context>
    <name>syncline::core::Settler</name>
    <message>
        <source>Changed by %1: %2</source>
        <translation>Geändert durch %1: %2</translation>
    </message>
    <message>
        <source>%1 answered with success, but kept its own value of %2.</source>
        <translation>%1 hat Erfolg gemeldet, aber seinen eigenen Wert von %2 behalten.</translation>
    </message>
    <message>
        <source>Change the value here or there; until then it is not sent again.</source>
        <translation>Den Wert hier oder dort ändern; bis dahin wird er nicht noch einmal gesendet.</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>Angelegt.</translation>
    </message>
    <message>
        <source>The delete did not arrive.</source>
        <translation>Die Löschung ist nicht angekommen.</translation>
    </message>
    <message>
        <source>The record could not be read again.</source>
        <translation>Der Datensatz konnte nicht noch einmal gelesen werden.</translation>
    </message>
    <message>
        <source>The answer was lost; reading again showed that it had arrived.</source>
        <translation>Die Antwort ging verloren; erneutes Lesen hat gezeigt, dass es angekommen war.</translation>
    </message>
    <message>
        <source>The answer was lost; it had not arrived.</source>
        <translation>Die Antwort ging verloren; es war nicht angekommen.</translation>
    </message>
    <message>
        <source>The answer was lost; the record was found again.</source>
        <translation>Die Antwort ging verloren; der Datensatz wurde wiedergefunden.</translation>
    </message>
    <message>
        <source>The answer was lost; the record had not been created.</source>
        <translation>Die Antwort ging verloren; der Datensatz war nicht angelegt worden.</translation>
    </message>
</context>
<context>
    <name>syncline::core::SignIn</name>
    <message>
        <source>This program cannot sign in through a browser.</source>
        <translation>Dieses Programm kann nicht über einen Browser anmelden.</translation>
    </message>
    <message>
        <source>Give a refresh_token among the secrets.</source>
        <translation>Unter den Zugangsdaten ein refresh_token angeben.</translation>
    </message>
    <message>
        <source>There is no integration named %1.</source>
        <translation>Es gibt keine Integration namens %1.</translation>
    </message>
    <message>
        <source>See them with: syncline-cli integration list</source>
        <translation>Alle zeigt: syncline-cli integration list</translation>
    </message>
    <message>
        <source>The secrets of %1 are needed.</source>
        <translation>Die Zugangsdaten von %1 werden gebraucht.</translation>
    </message>
    <message>
        <source>Give them as one JSON object on standard input.</source>
        <translation>Sie als ein JSON-Objekt über die Standardeingabe angeben.</translation>
    </message>
    <message>
        <source>Signed in again.</source>
        <translation>Neu angemeldet.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Suggest</name>
    <message>
        <source>A standard field of %1; only read, because writing it has side effects.</source>
        <translation>Ein Standardfeld von %1; nur gelesen, denn es zu schreiben hat Nebenwirkungen.</translation>
    </message>
    <message>
        <source>A standard field of %1 with the same meaning.</source>
        <translation>Ein Standardfeld von %1 mit derselben Bedeutung.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; and &quot;%2&quot; have like names and fitting types.</source>
        <translation>„%1“ und „%2“ haben ähnliche Namen und passende Typen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Totals</name>
    <message>
        <source>Kept apart by you</source>
        <translation>Von Ihnen getrennt gehalten</translation>
    </message>
    <message>
        <source>Merged into another record</source>
        <translation>In einen anderen Datensatz zusammengeführt</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Unlinked</source>
        <translation>Verknüpfung gelöst</translation>
    </message>
    <message>
        <source>Deleted elsewhere</source>
        <translation>Anderswo gelöscht</translation>
    </message>
    <message>
        <source>In no connected system yet</source>
        <translation>Noch in keinem verbundenen System</translation>
    </message>
    <message>
        <source>New, comes in with the next run</source>
        <translation>Neu, kommt mit dem nächsten Lauf herein</translation>
    </message>
</context>
<context>
    <name>syncline::core::Transform</name>
    <message>
        <source>&quot;%1&quot; is not in the lookup table.</source>
        <translation>„%1“ steht nicht in der Nachschlagetabelle.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date of the form %2.</source>
        <translation>„%1“ ist kein Datum der Form %2.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false.</source>
        <translation>„%1“ ist weder wahr noch falsch.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither &quot;%2&quot; nor &quot;%3&quot;.</source>
        <translation>„%1“ ist weder „%2“ noch „%3“.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a phone number.</source>
        <translation>„%1“ ist keine Telefonnummer.</translation>
    </message>
    <message>
        <source>A function can only be evaluated by the script runner.</source>
        <translation>Eine Funktion kann nur vom Skriptprogramm ausgewertet werden.</translation>
    </message>
    <message>
        <source>The table&apos;s value for &quot;%1&quot; in %2 must be a text.</source>
        <translation>Der Wert der Tabelle für „%1“ in %2 muss ein Text sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; in %2 must be a text.</source>
        <translation>„%1“ in %2 muss ein Text sein.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing in %2.</source>
        <translation>„%1“ fehlt in %2.</translation>
    </message>
    <message>
        <source>Unknown transform &quot;%1&quot; in %2.</source>
        <translation>Unbekannte Umwandlung „%1“ in %2.</translation>
    </message>
    <message>
        <source>Use one of: %1.</source>
        <translation>Eines von diesen benutzen: %1.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Undoing</name>
    <message>
        <source>Reversed.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>The person was erased.</source>
        <translation>Die Person wurde gelöscht.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Unmerge</name>
    <message>
        <source>Nobody knows yet whether a write to this record arrived.</source>
        <translation>Noch weiß niemand, ob ein Schreibvorgang bei diesem Datensatz angekommen ist.</translation>
    </message>
    <message>
        <source>Run a sync, which finds out; then take the record apart.</source>
        <translation>Abgleichen, das klärt es; dann den Datensatz auseinandernehmen.</translation>
    </message>
    <message>
        <source>There is no record %1.</source>
        <translation>Den Datensatz %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>See records with: syncline-cli records list contact</source>
        <translation>Die Datensätze zeigt: syncline-cli records list contact</translation>
    </message>
    <message>
        <source>The record %1 stands for one record of one CRM only.</source>
        <translation>Der Datensatz %1 steht nur für einen Datensatz eines CRM.</translation>
    </message>
    <message>
        <source>There is nothing to take apart. See its links with: syncline-cli records show %1</source>
        <translation>Es gibt nichts auseinanderzunehmen. Seine Verknüpfungen zeigt: syncline-cli records show %1</translation>
    </message>
</context>
<context>
    <name>syncline::core::Validation</name>
    <message>
        <source>&quot;%1&quot; is not an e-mail address.</source>
        <translation>„%1“ ist keine E-Mail-Adresse.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a web address.</source>
        <translation>„%1“ ist keine Webadresse.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date of the form YYYY-MM-DD.</source>
        <translation>„%1“ ist kein Datum der Form YYYY-MM-DD.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a date and time.</source>
        <translation>„%1“ ist kein Datum mit Uhrzeit.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a whole number.</source>
        <translation>„%1“ ist keine ganze Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a number.</source>
        <translation>„%1“ ist keine Zahl.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither true nor false.</source>
        <translation>„%1“ ist weder wahr noch falsch.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is neither granted nor refused.</source>
        <translation>„%1“ ist weder erteilt noch abgelehnt.</translation>
    </message>
</context>
<context>
    <name>syncline::core::WebhookReceiver</name>
    <message>
        <source>A webhook for an address that does not exist was refused (404).</source>
        <translation>Ein Webhook für eine Adresse, die es nicht gibt, wurde abgewiesen (404).</translation>
    </message>
    <message>
        <source>A request to the webhook of %1 was refused: it was no POST (405).</source>
        <translation>Eine Anfrage an den Webhook von %1 wurde abgewiesen: Sie war kein POST (405).</translation>
    </message>
    <message>
        <source>A webhook of %1 was refused: its signature is missing or wrong (401).</source>
        <translation>Ein Webhook von %1 wurde abgewiesen: Seine Signatur fehlt oder ist falsch (401).</translation>
    </message>
    <message>
        <source>A webhook of %1 was refused: it is too old (401).</source>
        <translation>Ein Webhook von %1 wurde abgewiesen: Er ist zu alt (401).</translation>
    </message>
    <message>
        <source>A webhook of %1 was refused: it is not in its system&apos;s form (400).</source>
        <translation>Ein Webhook von %1 wurde abgewiesen: Er hat nicht die Form seines Systems (400).</translation>
    </message>
    <message>
        <source>A webhook of %1 was refused: it had come before (409).</source>
        <translation>Ein Webhook von %1 wurde abgewiesen: Er war schon gekommen (409).</translation>
    </message>
    <message>
        <source>It came from %1.</source>
        <translation>Absender war %1.</translation>
    </message>
    <message numerus="yes">
        <source>So were %n more.</source>
        <translation>
            <numerusform>Ebenso %n weiterer.</numerusform>
            <numerusform>Ebenso %n weitere.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::core::Webhooks</name>
    <message>
        <source>&quot;%1&quot; is no address that a CRM can send to.</source>
        <translation>„%1“ ist keine Adresse, an die ein CRM senden kann.</translation>
    </message>
    <message>
        <source>Give the one at which it reaches this computer, such as https://hooks.example.com.</source>
        <translation>Geben Sie die an, unter der es diesen Rechner erreicht, zum Beispiel https://hooks.example.com.</translation>
    </message>
    <message>
        <source>There is no keychain here to keep the webhook&apos;s address in.</source>
        <translation>Hier gibt es keinen Schlüsselbund für die Adresse des Webhooks.</translation>
    </message>
    <message>
        <source>Unlock one, or set %1 to {&quot;address&quot;: &quot;…&quot;, &quot;key&quot;: &quot;…&quot;}, with at least %2 letters and digits each.</source>
        <translation>Entsperren Sie einen, oder setzen Sie %1 auf {&quot;address&quot;: &quot;…&quot;, &quot;key&quot;: &quot;…&quot;}, mit mindestens je %2 Buchstaben und Ziffern.</translation>
    </message>
    <message>
        <source>There is no integration named %1.</source>
        <translation>Es gibt keine Integration mit dem Namen %1.</translation>
    </message>
    <message>
        <source>See the integrations with: syncline-cli integration list</source>
        <translation>Die Integrationen zeigt: syncline-cli integration list</translation>
    </message>
    <message>
        <source>%1 sends no webhooks.</source>
        <translation>%1 sendet keine Webhooks.</translation>
    </message>
    <message>
        <source>Let a schedule read it: syncline-cli schedule add every 5 minutes --integration %1</source>
        <translation>Lassen Sie es nach der Uhr lesen: syncline-cli schedule add every 5 minutes --integration %1</translation>
    </message>
    <message>
        <source>%1 has a webhook already.</source>
        <translation>%1 hat schon einen Webhook.</translation>
    </message>
    <message>
        <source>Remove it first: syncline-cli webhook remove %1</source>
        <translation>Entfernen Sie ihn zuerst: syncline-cli webhook remove %1</translation>
    </message>
    <message>
        <source>The address in %1 is too easy to guess.</source>
        <translation>Die Adresse in %1 ist zu leicht zu erraten.</translation>
    </message>
    <message>
        <source>Use at least %1 letters, digits, - and _, chosen at random.</source>
        <translation>Nehmen Sie mindestens %1 zufällige Buchstaben, Ziffern, - und _.</translation>
    </message>
    <message>
        <source>The key of the signatures is missing.</source>
        <translation>Der Schlüssel der Signaturen fehlt.</translation>
    </message>
    <message>
        <source>%1 has no webhook.</source>
        <translation>%1 hat keinen Webhook.</translation>
    </message>
    <message>
        <source>See the webhooks with: syncline-cli webhook list</source>
        <translation>Die Webhooks zeigt: syncline-cli webhook list</translation>
    </message>
    <message>
        <source>With --only-here it is removed from this workspace alone.</source>
        <translation>Mit --only-here wird er nur aus diesem Arbeitsbereich entfernt.</translation>
    </message>
    <message>
        <source>There is no delivery %1 any more.</source>
        <translation>Die Lieferung %1 gibt es nicht mehr.</translation>
    </message>
    <message>
        <source>See those that are kept with: syncline-cli webhook deliveries NAME</source>
        <translation>Die aufbewahrten zeigt: syncline-cli webhook deliveries NAME</translation>
    </message>
    <message>
        <source>Is syncline-cli serve running, and does everything between it and the system forward /webhooks/ unchanged? docs/webhooks.md says how.</source>
        <translation>Läuft „syncline-cli serve“, und leitet alles zwischen ihm und dem System /webhooks/ unverändert weiter? Wie das geht, steht in docs/webhooks.md.</translation>
    </message>
</context>
<context>
    <name>syncline::core::Worker</name>
    <message>
        <source>The program is stopping.</source>
        <translation>Das Programm endet gerade.</translation>
    </message>
    <message>
        <source>Try again later.</source>
        <translation>Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The run could not begin.</source>
        <translation>Der Lauf konnte nicht beginnen.</translation>
    </message>
</context>
<context>
    <name>syncline::core::mirror::Address</name>
    <message>
        <source>%1 is no place for a mirror.</source>
        <translation>%1 ist kein Ort für einen Spiegel.</translation>
    </message>
    <message>
        <source>Give a database as postgresql://USER@HOST/DATABASE, or a file as sqlite:FILE.</source>
        <translation>Eine Datenbank als postgresql://USER@HOST/DATABASE oder eine Datei als sqlite:FILE angeben.</translation>
    </message>
</context>
<context>
    <name>syncline::core::mirror::Postgres</name>
    <message>
        <source>this computer</source>
        <translation>diesem Rechner</translation>
    </message>
    <message>
        <source>PostgreSQL at %1, database %2</source>
        <translation>PostgreSQL auf %1, Datenbank %2</translation>
    </message>
    <message>
        <source>%1 refuses the password of %2.</source>
        <translation>%1 nimmt das Passwort von %2 nicht an.</translation>
    </message>
    <message>
        <source>Set PGPASSWORD, put the password into ~/.pgpass, or give it in the address.</source>
        <translation>PGPASSWORD setzen, das Passwort in ~/.pgpass ablegen oder es in der Adresse angeben.</translation>
    </message>
    <message>
        <source>%1 does not exist.</source>
        <translation>%1 gibt es nicht.</translation>
    </message>
    <message>
        <source>Make it with: createdb</source>
        <translation>Anlegen mit: createdb</translation>
    </message>
    <message>
        <source>%1 cannot be reached.</source>
        <translation>%1 ist nicht zu erreichen.</translation>
    </message>
    <message>
        <source>Check the address and that the server runs, then try again.</source>
        <translation>Die Adresse prüfen, und ob der Server läuft, dann noch einmal versuchen.</translation>
    </message>
    <message>
        <source>%1 is gone: the connection was cut.</source>
        <translation>%1 ist weg: Die Verbindung wurde getrennt.</translation>
    </message>
    <message>
        <source>Run the mirror again when the server is back: it goes on where it was.</source>
        <translation>Den Spiegel noch einmal starten, wenn der Server wieder da ist: Er macht da weiter, wo er war.</translation>
    </message>
    <message>
        <source>The disk of %1 is full.</source>
        <translation>Der Datenträger von %1 ist voll.</translation>
    </message>
    <message>
        <source>Free some space there, then run the mirror again: it goes on where it was.</source>
        <translation>Dort Platz schaffen und den Spiegel noch einmal starten: Er macht da weiter, wo er war.</translation>
    </message>
    <message>
        <source>%1 is read-only.</source>
        <translation>%1 ist schreibgeschützt.</translation>
    </message>
    <message>
        <source>Name the primary server, or make the database writable, then run the mirror again.</source>
        <translation>Den Hauptserver angeben oder die Datenbank beschreibbar machen, dann den Spiegel noch einmal starten.</translation>
    </message>
    <message>
        <source>The user may not make tables in %1.</source>
        <translation>Der Benutzer darf in %1 keine Tabellen anlegen.</translation>
    </message>
    <message>
        <source>Give the user CREATE on the schema, or name another user in the address.</source>
        <translation>Dem Benutzer CREATE für das Schema geben oder einen anderen in der Adresse angeben.</translation>
    </message>
    <message>
        <source>Cancelled while %1 was at work.</source>
        <translation>Abgebrochen, während %1 gearbeitet hat.</translation>
    </message>
    <message>
        <source>Run the mirror again: it goes on where it was.</source>
        <translation>Den Spiegel noch einmal starten: Er macht da weiter, wo er war.</translation>
    </message>
    <message>
        <source>%1 did not take the mirror.</source>
        <translation>%1 hat den Spiegel nicht angenommen.</translation>
    </message>
    <message>
        <source>Read the server&apos;s own words below; what was published before is untouched.</source>
        <translation>Die Worte des Servers stehen darunter; was vorher veröffentlicht war, ist unberührt.</translation>
    </message>
    <message>
        <source>%1 is too old for a mirror: it is version %2.</source>
        <translation>%1 ist zu alt für einen Spiegel: Es ist Version %2.</translation>
    </message>
    <message>
        <source>Use PostgreSQL 12 or newer.</source>
        <translation>PostgreSQL 12 oder neuer verwenden.</translation>
    </message>
    <message>
        <source>%1 has no schema to put the mirror into.</source>
        <translation>%1 hat kein Schema für den Spiegel.</translation>
    </message>
    <message>
        <source>Make the schema public, or name another one with ?options=-csearch_path%3D… in the address.</source>
        <translation>Das Schema public anlegen oder ein anderes mit ?options=-csearch_path%3D… in der Adresse angeben.</translation>
    </message>
    <message>
        <source>Cancelled while another mirror was at work.</source>
        <translation>Abgebrochen, während ein anderer Spiegel gearbeitet hat.</translation>
    </message>
    <message>
        <source>Another mirror is at work in %1.</source>
        <translation>In %1 arbeitet ein anderer Spiegel.</translation>
    </message>
    <message>
        <source>Wait until it has ended, or give this one names of its own with --prefix.</source>
        <translation>Warten, bis er fertig ist, oder diesem mit --prefix eigene Namen geben.</translation>
    </message>
    <message>
        <source>%1 holds something named %2 that is not Syncline&apos;s.</source>
        <translation>%1 enthält etwas namens %2, das nicht von Syncline ist.</translation>
    </message>
    <message>
        <source>Rename it, or give the mirror other names with --prefix. Nothing was changed.</source>
        <translation>Es umbenennen oder dem Spiegel mit --prefix andere Namen geben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The tables %1_… in %2 are the mirror of %3.</source>
        <translation>Die Tabellen %1_… in %2 sind der Spiegel von %3.</translation>
    </message>
    <message>
        <source>Give this mirror other names with --prefix. Nothing was changed.</source>
        <translation>Diesem Spiegel mit --prefix andere Namen geben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Cancelled before it was published.</source>
        <translation>Abgebrochen, bevor er veröffentlicht wurde.</translation>
    </message>
</context>
<context>
    <name>syncline::core::mirror::Run</name>
    <message>
        <source>There is nothing named %1 to mirror.</source>
        <translation>Es gibt nichts namens %1 zu spiegeln.</translation>
    </message>
    <message>
        <source>Choose from: %1.</source>
        <translation>Zur Wahl stehen: %1.</translation>
    </message>
    <message>
        <source>There are neither contacts nor companies nor deals to mirror.</source>
        <translation>Es gibt weder Kontakte noch Firmen noch Geschäfte zu spiegeln.</translation>
    </message>
    <message>
        <source>Name what is to be mirrored with --entity: %1.</source>
        <translation>Mit --entity angeben, was gespiegelt wird: %1.</translation>
    </message>
</context>
<context>
    <name>syncline::core::mirror::Sqlite</name>
    <message>
        <source>The file %1</source>
        <translation>Die Datei %1</translation>
    </message>
    <message>
        <source>%1: the disk is full.</source>
        <translation>%1: Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>Free some space, then run the mirror again: it goes on where it was.</source>
        <translation>Platz schaffen und den Spiegel noch einmal starten: Er macht da weiter, wo er war.</translation>
    </message>
    <message>
        <source>%1 cannot be written.</source>
        <translation>%1 ist nicht zu schreiben.</translation>
    </message>
    <message>
        <source>Give your user the right to write the file and its folder, then run the mirror again.</source>
        <translation>Dem eigenen Benutzer das Recht geben, die Datei und ihren Ordner zu schreiben, dann den Spiegel noch einmal starten.</translation>
    </message>
    <message>
        <source>%1 is in use by another program.</source>
        <translation>%1 wird von einem anderen Programm benutzt.</translation>
    </message>
    <message>
        <source>Wait until the other program has finished, then run the mirror again.</source>
        <translation>Warten, bis das andere Programm fertig ist, dann den Spiegel noch einmal starten.</translation>
    </message>
    <message>
        <source>%1 is no SQLite database.</source>
        <translation>%1 ist keine SQLite-Datenbank.</translation>
    </message>
    <message>
        <source>Name another file.</source>
        <translation>Eine andere Datei angeben.</translation>
    </message>
    <message>
        <source>%1 did not take the mirror.</source>
        <translation>%1 hat den Spiegel nicht angenommen.</translation>
    </message>
    <message>
        <source>Read SQLite&apos;s own words below; what was published before is untouched.</source>
        <translation>Die Worte von SQLite stehen darunter; was vorher veröffentlicht war, ist unberührt.</translation>
    </message>
    <message>
        <source>Another mirror is at work in %1.</source>
        <translation>In %1 arbeitet ein anderer Spiegel.</translation>
    </message>
    <message>
        <source>Wait until it has ended.</source>
        <translation>Warten, bis er fertig ist.</translation>
    </message>
    <message>
        <source>%1 holds something named %2 that is not Syncline&apos;s.</source>
        <translation>%1 enthält etwas namens %2, das nicht von Syncline ist.</translation>
    </message>
    <message>
        <source>Rename it, or give the mirror other names with --prefix. Nothing was changed.</source>
        <translation>Es umbenennen oder dem Spiegel mit --prefix andere Namen geben. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The tables %1_… in %2 are the mirror of %3.</source>
        <translation>Die Tabellen %1_… in %2 sind der Spiegel von %3.</translation>
    </message>
    <message>
        <source>Give this mirror other names with --prefix. Nothing was changed.</source>
        <translation>Diesem Spiegel mit --prefix andere Namen geben. Nichts wurde geändert.</translation>
    </message>
</context>
<context>
    <name>syncline::core::planner</name>
    <message>
        <source>Nobody knows yet whether its create arrived.</source>
        <translation>Noch weiß niemand, ob das Anlegen angekommen ist.</translation>
    </message>
    <message>
        <source>%1 was not read completely yet.</source>
        <translation>%1 ist noch nicht vollständig gelesen.</translation>
    </message>
    <message>
        <source>It has no match key (%1).</source>
        <translation>Er hat kein Erkennungsmerkmal (%1).</translation>
    </message>
    <message>
        <source>Several records here have this match key.</source>
        <translation>Mehrere Datensätze hier haben dieses Erkennungsmerkmal.</translation>
    </message>
    <message>
        <source>%1 has a record with this match key.</source>
        <translation>%1 hat einen Datensatz mit diesem Erkennungsmerkmal.</translation>
    </message>
    <message>
        <source>Its match key is in conflict.</source>
        <translation>Sein Erkennungsmerkmal ist in einem Konflikt.</translation>
    </message>
    <message>
        <source>%1 would change its match key.</source>
        <translation>%1 würde sein Erkennungsmerkmal ändern.</translation>
    </message>
    <message>
        <source>Not yet in %1.</source>
        <translation>Noch nicht in %1.</translation>
    </message>
    <message>
        <source>Created.</source>
        <translation>Angelegt.</translation>
    </message>
    <message>
        <source>It was deleted in %1.</source>
        <translation>Er wurde in %1 gelöscht.</translation>
    </message>
    <message>
        <source>It was deleted in %1 and waits for a release.</source>
        <translation>Er wurde in %1 gelöscht und wartet auf eine Freigabe.</translation>
    </message>
    <message>
        <source>The outcome of a write is unknown.</source>
        <translation>Der Ausgang eines Schreibvorgangs ist unbekannt.</translation>
    </message>
    <message>
        <source>It was not found by its id.</source>
        <translation>Er wurde nicht unter seiner ID gefunden.</translation>
    </message>
    <message>
        <source>Deletes are not carried to %1.</source>
        <translation>Löschungen werden nicht nach %1 getragen.</translation>
    </message>
    <message>
        <source>The delete was released.</source>
        <translation>Die Löschung wurde freigegeben.</translation>
    </message>
    <message>
        <source>It was deleted or excluded here.</source>
        <translation>Er wurde hier gelöscht oder ausgeschlossen.</translation>
    </message>
    <message>
        <source>It may be the record of a create whose answer was lost.</source>
        <translation>Er kann der Datensatz eines Anlegens sein, dessen Antwort verloren ging.</translation>
    </message>
    <message>
        <source>It has no match key, so that it could be anybody.</source>
        <translation>Er hat kein Erkennungsmerkmal, kann also zu irgendjemandem gehören.</translation>
    </message>
    <message>
        <source>Several records of %1 have this match key.</source>
        <translation>Mehrere Datensätze von %1 haben dieses Erkennungsmerkmal.</translation>
    </message>
    <message>
        <source>Nobody knows yet whether a delete of the same record arrived.</source>
        <translation>Noch weiß niemand, ob eine Löschung desselben Datensatzes angekommen ist.</translation>
    </message>
    <message>
        <source>The record with this match key is linked to another record of %1.</source>
        <translation>Der Datensatz mit diesem Erkennungsmerkmal ist mit einem anderen Datensatz von %1 verknüpft.</translation>
    </message>
    <message>
        <source>The record with this match key was separated from %1.</source>
        <translation>Der Datensatz mit diesem Erkennungsmerkmal wurde von %1 getrennt.</translation>
    </message>
    <message>
        <source>New in %1.</source>
        <translation>Neu in %1.</translation>
    </message>
    <message>
        <source>A new record with the same match key takes its place.</source>
        <translation>Ein neuer Datensatz mit demselben Erkennungsmerkmal nimmt seinen Platz ein.</translation>
    </message>
    <message>
        <source>Same %1 here and in %2.</source>
        <translation>Gleiches Merkmal %1 hier und in %2.</translation>
    </message>
    <message>
        <source>Linked.</source>
        <translation>Verknüpft.</translation>
    </message>
    <message>
        <source>This run would delete %1 records and clear %2 values; the limit is %3.</source>
        <translation>Dieser Lauf würde %1 Datensätze löschen und %2 Werte leeren; die Grenze ist %3.</translation>
    </message>
    <message>
        <source>This run would change every linked record (%1).</source>
        <translation>Dieser Lauf würde jeden verknüpften Datensatz ändern (%1).</translation>
    </message>
    <message>
        <source>It is not kept in step any more.</source>
        <translation>Er wird nicht mehr abgeglichen.</translation>
    </message>
    <message>
        <source>Equal on both sides.</source>
        <translation>Auf beiden Seiten gleich.</translation>
    </message>
    <message>
        <source>%1 waits for a decision.</source>
        <translation>%1 wartet auf eine Entscheidung.</translation>
    </message>
    <message>
        <source>%1 cannot be read there, and what cannot be read is not written.</source>
        <translation>%1 kann dort nicht gelesen werden, und was nicht lesbar ist, wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>%1 was taken over.</source>
        <translation>%1 wurde übernommen.</translation>
    </message>
    <message>
        <source>%1: the CRM keeps its own spelling, or it differs since an undo.</source>
        <translation>%1: Das CRM behält seine eigene Schreibweise, oder es weicht seit einem Rückgängigmachen ab.</translation>
    </message>
    <message>
        <source>%1 is only read, by the mapping.</source>
        <translation>%1 wird laut Zuordnung nur gelesen.</translation>
    </message>
    <message>
        <source>%1: the CRM did not take this value.</source>
        <translation>%1: Das CRM hat diesen Wert nicht angenommen.</translation>
    </message>
    <message>
        <source>%1 is required there and blank here.</source>
        <translation>%1 ist dort Pflicht und hier leer.</translation>
    </message>
    <message>
        <source>Nothing is written to %1, by its settings.</source>
        <translation>Nach %1 wird laut seinen Einstellungen nichts geschrieben.</translation>
    </message>
    <message>
        <source>Only a person loosens consent (%1).</source>
        <translation>Nur eine Person lockert eine Einwilligung (%1).</translation>
    </message>
    <message>
        <source>%1 changed here.</source>
        <translation>%1 hat sich hier geändert.</translation>
    </message>
    <message>
        <source>%1 from %2</source>
        <translation>%1 aus %2</translation>
    </message>
    <message>
        <source>Both sides hold the same.</source>
        <translation>Beide Seiten enthalten dasselbe.</translation>
    </message>
    <message>
        <source>Consent was withdrawn; that goes everywhere.</source>
        <translation>Die Einwilligung wurde widerrufen; das gilt überall.</translation>
    </message>
    <message>
        <source>Changed here: %1.</source>
        <translation>Hier geändert: %1.</translation>
    </message>
    <message>
        <source>It was touched since.</source>
        <translation>Er wurde seitdem berührt.</translation>
    </message>
    <message>
        <source>Its records in the CRMs are gone.</source>
        <translation>Seine Datensätze in den CRMs sind weg.</translation>
    </message>
    <message>
        <source>A deleted record cannot get its old id back.</source>
        <translation>Ein gelöschter Datensatz kann seine alte ID nicht wiederbekommen.</translation>
    </message>
    <message>
        <source>The records stay linked.</source>
        <translation>Die Datensätze bleiben verknüpft.</translation>
    </message>
    <message>
        <source>The CRM had this record already, and what it held before is not known.</source>
        <translation>Das CRM hatte diesen Datensatz schon, und was er vorher enthielt, ist nicht bekannt.</translation>
    </message>
    <message>
        <source>Undo of a create.</source>
        <translation>Das Anlegen rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Undo does not loosen consent.</source>
        <translation>Rückgängigmachen lockert keine Einwilligung.</translation>
    </message>
    <message>
        <source>Undo.</source>
        <translation>Rückgängig gemacht.</translation>
    </message>
    <message>
        <source>Undone here; it may differ until one side changes.</source>
        <translation>Hier rückgängig gemacht; es kann abweichen, bis sich eine Seite ändert.</translation>
    </message>
    <message>
        <source>The record is gone here.</source>
        <translation>Der Datensatz ist hier weg.</translation>
    </message>
    <message>
        <source>It was changed in %1 since.</source>
        <translation>Er wurde seitdem in %1 geändert.</translation>
    </message>
    <message>
        <source>The record that the run made was touched since.</source>
        <translation>Der Datensatz, den der Lauf angelegt hat, wurde seitdem berührt.</translation>
    </message>
    <message>
        <source>It was changed here since.</source>
        <translation>Er wurde seitdem hier geändert.</translation>
    </message>
    <message>
        <source>Its record in %1 is not there any more.</source>
        <translation>Sein Datensatz in %1 ist nicht mehr da.</translation>
    </message>
    <message>
        <source>%1 refused to create it, or has it outside the filter.</source>
        <translation>%1 hat abgelehnt, ihn anzulegen, oder er liegt außerhalb des Filters.</translation>
    </message>
    <message>
        <source>It is outside the filter of %1.</source>
        <translation>Er liegt außerhalb des Filters von %1.</translation>
    </message>
    <message>
        <source>It may be the same as another record with this %1.</source>
        <translation>Er könnte derselbe sein wie ein anderer Datensatz mit diesem %1.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Actions</name>
    <message>
        <source>Sync Now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Preview what a run would write</source>
        <translation>Vorschau zeigen, was ein Lauf schreiben würde</translation>
    </message>
    <message>
        <source>Cancel the run</source>
        <translation>Den Lauf abbrechen</translation>
    </message>
    <message>
        <source>Add integration…</source>
        <translation>Integration hinzufügen…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Search and commands</source>
        <translation>Suche und Befehle</translation>
    </message>
    <message>
        <source>Filter in this view</source>
        <translation>In dieser Ansicht filtern</translation>
    </message>
    <message>
        <source>Narrow or full sidebar</source>
        <translation>Schmale oder volle Seitenleiste</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>Voriger Bereich</translation>
    </message>
    <message>
        <source>Switch workspace</source>
        <translation>Arbeitsbereich wechseln</translation>
    </message>
    <message>
        <source>New workspace…</source>
        <translation>Neuer Arbeitsbereich…</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Die Vorführung öffnen</translation>
    </message>
    <message>
        <source>Light appearance</source>
        <translation>Helles Aussehen</translation>
    </message>
    <message>
        <source>Dark appearance</source>
        <translation>Dunkles Aussehen</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ActivityDetailPane</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Change the mapping…</source>
        <translation>Die Zuordnung ändern…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Einzelheiten</translation>
    </message>
    <message>
        <source>Sent and received</source>
        <translation>Gesendet und empfangen</translation>
    </message>
    <message>
        <source>The next run looks at this record again</source>
        <translation>Der nächste Lauf sieht diesen Datensatz noch einmal an</translation>
    </message>
    <message>
        <source>Secrets are taken out</source>
        <translation>Zugangsdaten sind herausgenommen</translation>
    </message>
    <message>
        <source>No operation chosen</source>
        <translation>Kein Vorgang gewählt</translation>
    </message>
    <message>
        <source>Field %1: “%2”.</source>
        <translation>Feld %1: „%2“.</translation>
    </message>
    <message>
        <source>Run: %1, %2</source>
        <translation>Lauf: %1, %2</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>Rückgängigmachen</translation>
    </message>
    <message>
        <source>sync</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Number in %1: %2</source>
        <translation>Nummer in %1: %2</translation>
    </message>
    <message>
        <source>Why: %1</source>
        <translation>Grund: %1</translation>
    </message>
    <message>
        <source>Save what was sent and received</source>
        <translation>Speichern, was gesendet und empfangen wurde</translation>
    </message>
    <message>
        <source>%1 was not written.</source>
        <translation>%1 wurde nicht geschrieben.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ActivityModel</name>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Changed there</source>
        <translation>Dort geändert</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Skipped</source>
        <translation>Übersprungen</translation>
    </message>
    <message>
        <source>Not sent</source>
        <translation>Nicht gesendet</translation>
    </message>
    <message>
        <source>Not taken</source>
        <translation>Nicht angenommen</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>Nicht bekannt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>create</source>
        <translation>anlegen</translation>
    </message>
    <message>
        <source>update</source>
        <translation>ändern</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>löschen</translation>
    </message>
    <message>
        <source>link</source>
        <translation>verknüpfen</translation>
    </message>
    <message>
        <source>unlink</source>
        <translation>Verknüpfung lösen</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>vergleichen</translation>
    </message>
    <message>
        <source>archive</source>
        <translation>archivieren</translation>
    </message>
    <message>
        <source>read</source>
        <translation>lesen</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Deal</source>
        <translation>Geschäft</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Aktivität</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ActivityView</name>
    <message>
        <source>Activity</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>One run</source>
        <translation>Ein Lauf</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>All systems</source>
        <translation>Alle Systeme</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>The next run looks at it again.</source>
        <translation>Der nächste Lauf sieht ihn noch einmal an.</translation>
    </message>
    <message>
        <source>%1 new</source>
        <translation>%1 neu</translation>
    </message>
    <message>
        <source>1 operation</source>
        <translation>1 Vorgang</translation>
    </message>
    <message>
        <source>%1 operations</source>
        <translation>%1 Vorgänge</translation>
    </message>
    <message>
        <source>Try %1 again</source>
        <translation>%1 noch einmal versuchen</translation>
    </message>
    <message>
        <source>Try the failed ones again</source>
        <translation>Die gescheiterten noch einmal versuchen</translation>
    </message>
    <message>
        <source>Nothing happened yet</source>
        <translation>Noch ist nichts geschehen</translation>
    </message>
    <message>
        <source>Operations appear with the first run.</source>
        <translation>Vorgänge erscheinen mit dem ersten Lauf.</translation>
    </message>
    <message>
        <source>No operation fits this filter</source>
        <translation>Kein Vorgang passt zu diesem Filter</translation>
    </message>
    <message>
        <source>The filter hides all operations.</source>
        <translation>Der Filter verbirgt alle Vorgänge.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>The next run looks at %1 again.</source>
        <translation>Der nächste Lauf sieht %1 noch einmal an.</translation>
    </message>
    <message>
        <source>Name, number, text of an error</source>
        <translation>Name, Nummer, Text eines Fehlers</translation>
    </message>
    <message>
        <source>Find operations</source>
        <translation>Vorgänge suchen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>What is listed</source>
        <translation>Was aufgelistet ist</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Vorgänge</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
</context>
<context>
    <name>syncline::ui::AddDialog</name>
    <message>
        <source>Add integration</source>
        <translation>Integration hinzufügen</translation>
    </message>
    <message>
        <source>Systems</source>
        <translation>Systeme</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Nothing is read or written before you map fields.</source>
        <translation>Nichts wird gelesen oder geschrieben, bevor Felder zugeordnet sind.</translation>
    </message>
    <message>
        <source>Close without adding</source>
        <translation>Schließen, ohne hinzuzufügen</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
    <message>
        <source>Where do I find this?</source>
        <translation>Wo finde ich das?</translation>
    </message>
    <message>
        <source>Copy a request for them</source>
        <translation>Anfrage an diese Person kopieren</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal testen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Redirect address</source>
        <translation>Weiterleitungsadresse</translation>
    </message>
    <message>
        <source>Copy the redirect address</source>
        <translation>Weiterleitungsadresse kopieren</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
</context>
<context>
    <name>syncline::ui::AlikePanel</name>
    <message>
        <source>And all like this</source>
        <translation>Und alle solchen</translation>
    </message>
    <message>
        <source>Whose value is taken for all</source>
        <translation>Wessen Wert für alle genommen wird</translation>
    </message>
    <message>
        <source>When it is taken</source>
        <translation>Wann er genommen wird</translation>
    </message>
    <message>
        <source>always</source>
        <translation>immer</translation>
    </message>
    <message>
        <source>it is the newer one</source>
        <translation>er der neuere ist</translation>
    </message>
    <message>
        <source>when</source>
        <translation>wenn</translation>
    </message>
    <message>
        <source>else ask me</source>
        <translation>sonst mich fragen</translation>
    </message>
    <message>
        <source>This would do:</source>
        <translation>Das würde geschehen:</translation>
    </message>
    <message>
        <source>the %1 conflicts about %2</source>
        <translation>die %1 Konflikte um %2</translation>
    </message>
    <message>
        <source>For %1 take</source>
        <translation>Für %1 nehmen</translation>
    </message>
    <message>
        <source>the value before</source>
        <translation>den Wert vorher</translation>
    </message>
    <message>
        <source>%1 take %2, %3 stay for you</source>
        <translation>%1 nehmen %2, %3 bleiben für Sie</translation>
    </message>
    <message>
        <source>asks you</source>
        <translation>fragt Sie</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Assistant</name>
    <message>
        <source>Sign in to each</source>
        <translation>An jedem anmelden</translation>
    </message>
    <message>
        <source>Each key goes into your system’s keychain and nowhere else.</source>
        <translation>Jeder Schlüssel kommt in den Schlüsselbund des Systems und nirgendwohin sonst.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>Go on without the assistant</source>
        <translation>Ohne den Assistenten weitermachen</translation>
    </message>
    <message>
        <source>Nothing is changed in your systems before you have seen a preview.</source>
        <translation>Nichts wird in Ihren Systemen geändert, bevor Sie eine Vorschau gesehen haben.</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Suggested pairs of fields</source>
        <translation>Vorgeschlagene Feldpaare</translation>
    </message>
    <message>
        <source>Testing</source>
        <translation>Wird getestet</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Does this look right?</source>
        <translation>Sieht das richtig aus?</translation>
    </message>
    <message numerus="yes">
        <source>%n fields were paired. Take out what you do not want; details can wait.</source>
        <translation>
            <numerusform>%n Feld ist gepaart. Herausnehmen, was nicht passt; Einzelheiten können warten.</numerusform>
            <numerusform>%n Felder sind gepaart. Herausnehmen, was nicht passt; Einzelheiten können warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Keep these pairs and go on</source>
        <translation>Diese Paare behalten und weiter</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Is one of these your business?</source>
        <translation>Ist eines davon Ihr Geschäft?</translation>
    </message>
    <message>
        <source>A recipe adds fields and says what bookings, payments and the like do. You can do that later.</source>
        <translation>Ein Rezept fügt Felder hinzu und sagt, was Buchungen, Zahlungen und Ähnliches bewirken. Das geht auch später.</translation>
    </message>
    <message>
        <source>Finish without a recipe</source>
        <translation>Ohne Rezept abschließen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::BrowserDialog</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Stop waiting</source>
        <translation>Nicht länger warten</translation>
    </message>
</context>
<context>
    <name>syncline::ui::BrowserWait</name>
    <message>
        <source>Open the browser again</source>
        <translation>Browser erneut öffnen</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Browser opened</source>
        <translation>Browser geöffnet</translation>
    </message>
    <message>
        <source>Waiting for your answer in the browser</source>
        <translation>Warten auf die Antwort im Browser</translation>
    </message>
    <message>
        <source>Test the connection</source>
        <translation>Verbindung testen</translation>
    </message>
    <message>
        <source>Syncline never sees your password. The key goes into your system’s keychain once the test has passed.</source>
        <translation>Syncline sieht das Passwort nie. Der Schlüssel kommt in den Schlüsselbund, sobald der Test bestanden ist.</translation>
    </message>
    <message>
        <source>Sign in to %1 in your browser</source>
        <translation>Im Browser bei %1 anmelden</translation>
    </message>
    <message>
        <source>Choose the account for “%1” there and allow access. Syncline goes on by itself.</source>
        <translation>Dort das Konto für „%1“ wählen und den Zugriff erlauben. Syncline macht von selbst weiter.</translation>
    </message>
    <message>
        <source>%1:%2 left</source>
        <translation>noch %1:%2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::CaseGroups</name>
    <message>
        <source>%1 differs at the first meeting</source>
        <translation>%1 weicht bei der ersten Begegnung ab</translation>
    </message>
    <message>
        <source>%1 became looser</source>
        <translation>%1 wurde gelockert</translation>
    </message>
    <message>
        <source>%1 was put back</source>
        <translation>%1 wurde zurückgesetzt</translation>
    </message>
    <message>
        <source>%1 swings between systems</source>
        <translation>%1 wechselt zwischen Systemen hin und her</translation>
    </message>
    <message>
        <source>%1 changed in several places</source>
        <translation>%1 an mehreren Stellen geändert</translation>
    </message>
    <message>
        <source>%1 changed on both sides</source>
        <translation>%1 auf beiden Seiten geändert</translation>
    </message>
    <message>
        <source>Twins in one system</source>
        <translation>Zwillinge in einem System</translation>
    </message>
    <message>
        <source>One newcomer, several fit</source>
        <translation>Ein Neuzugang, mehrere passen</translation>
    </message>
    <message>
        <source>The one that fits has another link</source>
        <translation>Der passende hat eine andere Verknüpfung</translation>
    </message>
    <message>
        <source>The key is taken</source>
        <translation>Das Erkennungsmerkmal ist vergeben</translation>
    </message>
    <message>
        <source>No match key</source>
        <translation>Kein Erkennungsmerkmal</translation>
    </message>
    <message>
        <source>A value is not taken</source>
        <translation>Ein Wert wird nicht angenommen</translation>
    </message>
    <message>
        <source>Perhaps made by a lost write</source>
        <translation>Vielleicht von einem verlorenen Schreibvorgang angelegt</translation>
    </message>
    <message>
        <source>A delete may be under way</source>
        <translation>Eine Löschung ist vielleicht unterwegs</translation>
    </message>
    <message>
        <source>Separated before</source>
        <translation>Früher getrennt</translation>
    </message>
    <message>
        <source>The outcome of a write is unknown</source>
        <translation>Der Ausgang eines Schreibvorgangs ist unbekannt</translation>
    </message>
    <message>
        <source>Not found by its number</source>
        <translation>Nicht unter seiner Nummer gefunden</translation>
    </message>
    <message>
        <source>Other reasons</source>
        <translation>Andere Gründe</translation>
    </message>
    <message>
        <source>from %1, no. %2</source>
        <translation>aus %1, Nr. %2</translation>
    </message>
    <message>
        <source>Alike, and nobody knows</source>
        <translation>Ähnlich, und niemand weiß es</translation>
    </message>
</context>
<context>
    <name>syncline::ui::CaseModel</name>
    <message>
        <source>%1, %2 cases</source>
        <translation>%1, %2 Fälle</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ChannelDialog</name>
    <message>
        <source>Add a channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What it tells</source>
        <translation>Was er meldet</translation>
    </message>
    <message>
        <source>What is broken or waits for you</source>
        <translation>Was gestört ist oder auf Sie wartet</translation>
    </message>
    <message>
        <source>Only what is broken</source>
        <translation>Nur was gestört ist</translation>
    </message>
    <message>
        <source>Everything, each run too</source>
        <translation>Alles, auch jeden Lauf</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Operations</source>
        <translation>Betrieb</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Mail server</source>
        <translation>Mailserver</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keiner</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Tells</source>
        <translation>Meldet</translation>
    </message>
    <message>
        <source>Add the channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>Close without adding it</source>
        <translation>Schließen, ohne ihn hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::CommandPalette</name>
    <message>
        <source>Search and commands</source>
        <translation>Suche und Befehle</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Eingeben, was geschehen soll</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>Treffer</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ComparisonModel</name>
    <message>
        <source>all agreed on it</source>
        <translation>darin waren sich alle einig</translation>
    </message>
    <message>
        <source>never agreed</source>
        <translation>nie einig gewesen</translation>
    </message>
    <message>
        <source>not mapped</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>not changed</source>
        <translation>nicht geändert</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>gewählt</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ComparisonTable</name>
    <message>
        <source>The sides of this conflict</source>
        <translation>Die Seiten dieses Konflikts</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ConflictPage</name>
    <message>
        <source>Find a person or field</source>
        <translation>Person oder Feld suchen</translation>
    </message>
    <message>
        <source>Own value</source>
        <translation>Eigener Wert</translation>
    </message>
    <message>
        <source>Choose a column, or type a value of your own</source>
        <translation>Eine Spalte wählen, oder einen eigenen Wert eingeben</translation>
    </message>
    <message>
        <source>Case before</source>
        <translation>Voriger Fall</translation>
    </message>
    <message>
        <source>Next case</source>
        <translation>Nächster Fall</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>own value</source>
        <translation>eigener Wert</translation>
    </message>
    <message>
        <source>1 to 9 choose · Enter decide · S later · Ctrl+Z undo</source>
        <translation>1 bis 9 wählen · Enter entscheiden · S später · Strg+Z rückgängig</translation>
    </message>
    <message>
        <source>Keep apart</source>
        <translation>Getrennt halten</translation>
    </message>
    <message>
        <source>Each side keeps its own value; nobody asks again until one changes.</source>
        <translation>Jede Seite behält ihren eigenen Wert; niemand fragt noch einmal, bis sich einer ändert.</translation>
    </message>
    <message>
        <source>Decide this one</source>
        <translation>Diesen entscheiden</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Nothing to decide</source>
        <translation>Nichts zu entscheiden</translation>
    </message>
    <message>
        <source>No conflict waits for you.</source>
        <translation>Kein Konflikt wartet auf Sie.</translation>
    </message>
    <message>
        <source>Show what was decided</source>
        <translation>Zeigen, was entschieden wurde</translation>
    </message>
    <message>
        <source>Nothing fits the search.</source>
        <translation>Nichts passt zur Suche.</translation>
    </message>
    <message>
        <source>1 field needs a choice</source>
        <translation>1 Feld braucht eine Wahl</translation>
    </message>
    <message>
        <source>%1 fields need a choice</source>
        <translation>%1 Felder brauchen eine Wahl</translation>
    </message>
    <message>
        <source>%1; %2 other changed fields were merged by themselves</source>
        <translation>%1; %2 andere geänderte Felder wurden von selbst zusammengeführt</translation>
    </message>
    <message>
        <source>“Before” is the value on which all sides last agreed.</source>
        <translation>„Vorher“ ist der Wert, in dem zuletzt alle Seiten einig waren.</translation>
    </message>
    <message>
        <source>The grey fields were merged without a conflict. “Before” is the value on which all sides last agreed.</source>
        <translation>Die grauen Felder wurden ohne Konflikt zusammengeführt. „Vorher“ ist der Wert, in dem zuletzt alle Seiten einig waren.</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 will be</source>
        <translation>%1 wird</translation>
    </message>
    <message>
        <source>Decide %1</source>
        <translation>%1 entscheiden</translation>
    </message>
    <message>
        <source>Decide all like this</source>
        <translation>Alle solchen entscheiden</translation>
    </message>
    <message>
        <source>The conflict</source>
        <translation>Der Konflikt</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ConnectionForm</name>
    <message>
        <source>Show %1 while held</source>
        <translation>%1 zeigen, solange gedrückt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Sign in with</source>
        <translation>Anmelden mit</translation>
    </message>
    <message>
        <source>Keys go into your system’s keychain only.</source>
        <translation>Schlüssel kommen nur in den Schlüsselbund des Systems.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::DashboardView</name>
    <message>
        <source>Preview…</source>
        <translation>Vorschau…</translation>
    </message>
    <message>
        <source>See every write before it happens (Ctrl+P)</source>
        <translation>Jeden Schreibvorgang sehen, bevor er geschieht (Strg+P)</translation>
    </message>
    <message>
        <source>Sync Now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Read, work out and write now (F5)</source>
        <translation>Jetzt lesen, planen und schreiben (F5)</translation>
    </message>
    <message>
        <source>What to sync</source>
        <translation>Was abgeglichen wird</translation>
    </message>
    <message>
        <source>Sync one system or one kind of record</source>
        <translation>Ein System oder eine Art von Datensätzen abgleichen</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Records a run</source>
        <translation>Datensätze je Lauf</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Undo this run…</source>
        <translation>Diesen Lauf rückgängig machen…</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal versuchen</translation>
    </message>
    <message>
        <source>No system connected yet</source>
        <translation>Noch kein System verbunden</translation>
    </message>
    <message>
        <source>Connect the first one to see its fields.</source>
        <translation>Das erste verbinden, um seine Felder zu sehen.</translation>
    </message>
    <message>
        <source>Add integration…</source>
        <translation>Integration hinzufügen…</translation>
    </message>
    <message>
        <source>Nothing is mapped</source>
        <translation>Nichts ist zugeordnet</translation>
    </message>
    <message>
        <source>Say which field belongs to which; Syncline suggests the pairs that look right.</source>
        <translation>Festlegen, welches Feld zu welchem gehört; Syncline schlägt die Paare vor, die zu passen scheinen.</translation>
    </message>
    <message>
        <source>Look at the suggestions</source>
        <translation>Die Vorschläge ansehen</translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation>Ein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Last run %1</source>
        <translation>Letzter Lauf %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Its changes are kept and sent later; the other systems go on.</source>
        <translation>Seine Änderungen bleiben aufbewahrt und werden später gesendet; die anderen Systeme machen weiter.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>The run stopped. Nothing was written.</source>
        <translation>Der Lauf hat angehalten. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Look at the preview</source>
        <translation>Die Vorschau ansehen</translation>
    </message>
    <message>
        <source>Everything is ready for the first run.</source>
        <translation>Für den ersten Lauf ist alles bereit.</translation>
    </message>
    <message>
        <source>Look at it before anything is written.</source>
        <translation>Ihn ansehen, bevor etwas geschrieben wird.</translation>
    </message>
    <message>
        <source>Preview the first run</source>
        <translation>Vorschau des ersten Laufs</translation>
    </message>
    <message>
        <source>%1 today, %2 good</source>
        <translation>%1 heute, %2 gut</translation>
    </message>
    <message>
        <source>Mean %1</source>
        <translation>Mittel %1</translation>
    </message>
    <message>
        <source>Last run, %1</source>
        <translation>Letzter Lauf, %1</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Everything, reading all records again</source>
        <translation>Alles, und alle Datensätze neu lesen</translation>
    </message>
    <message>
        <source>Only %1</source>
        <translation>Nur %1</translation>
    </message>
    <message>
        <source>%1 has lost what is mapped: “%2”.</source>
        <translation>%1 hat verloren, was zugeordnet ist: „%2“.</translation>
    </message>
    <message>
        <source>Nothing is sent to or read from it; all other fields go on.</source>
        <translation>Dorthin wird nichts gesendet und von dort nichts gelesen; alle anderen Felder gehen weiter.</translation>
    </message>
    <message>
        <source>Change the mapping…</source>
        <translation>Die Zuordnung ändern…</translation>
    </message>
</context>
<context>
    <name>syncline::ui::DecidedModel</name>
    <message>
        <source>Delete let go on</source>
        <translation>Löschung weitergegeben</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Linked</source>
        <translation>Verknüpft</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>With the next run</source>
        <translation>Mit dem nächsten Lauf</translation>
    </message>
    <message>
        <source>Carried out</source>
        <translation>Ausgeführt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>syncline::ui::DecidedPage</name>
    <message>
        <source>Open record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>Zurücknehmen</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Was entschieden wurde</translation>
    </message>
    <message>
        <source>A decision can be taken back until a run has carried it out. After that, undo the run.</source>
        <translation>Eine Entscheidung kann zurückgenommen werden, bis ein Lauf sie ausgeführt hat. Danach den Lauf rückgängig machen.</translation>
    </message>
    <message>
        <source>Nothing was decided yet</source>
        <translation>Noch nichts ist entschieden</translation>
    </message>
    <message>
        <source>Decisions appear here and can be taken back.</source>
        <translation>Entscheidungen erscheinen hier und können zurückgenommen werden.</translation>
    </message>
    <message>
        <source>It was carried out or taken back already.</source>
        <translation>Sie wurde schon ausgeführt oder zurückgenommen.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::DeletePage</name>
    <message>
        <source>%1’s delete list</source>
        <translation>Löschliste von %1</translation>
    </message>
    <message>
        <source>Asked for here</source>
        <translation>Hier verlangt</translation>
    </message>
    <message>
        <source>Not found, missing in two lists</source>
        <translation>Nicht gefunden, fehlt in zwei Listen</translation>
    </message>
    <message>
        <source>Released, next run</source>
        <translation>Freigegeben, nächster Lauf</translation>
    </message>
    <message>
        <source>Archive there</source>
        <translation>Dort archivieren</translation>
    </message>
    <message>
        <source>Unlink only</source>
        <translation>Nur Verknüpfung lösen</translation>
    </message>
    <message>
        <source>Delete there too</source>
        <translation>Auch dort löschen</translation>
    </message>
    <message>
        <source>Find a name</source>
        <translation>Namen suchen</translation>
    </message>
    <message>
        <source>Held deletes</source>
        <translation>Zurückgehaltene Löschungen</translation>
    </message>
    <message>
        <source>Show the record</source>
        <translation>Den Datensatz zeigen</translation>
    </message>
    <message>
        <source>Where it still is</source>
        <translation>Wo er noch steht</translation>
    </message>
    <message>
        <source>What stands against it</source>
        <translation>Was dagegen spricht</translation>
    </message>
    <message>
        <source>If it comes back</source>
        <translation>Wenn er wiederkommt</translation>
    </message>
    <message>
        <source>The entry drops out of this list by itself.</source>
        <translation>Der Eintrag verschwindet von selbst aus dieser Liste.</translation>
    </message>
    <message>
        <source>What is deleted with the next run can be brought back with Undo, as far as the system allows it.</source>
        <translation>Was mit dem nächsten Lauf gelöscht wird, lässt sich durch Rückgängigmachen zurückholen, soweit das System es erlaubt.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Let go on</source>
        <translation>Weitergeben</translation>
    </message>
    <message>
        <source>No delete waits</source>
        <translation>Keine Löschung wartet</translation>
    </message>
    <message>
        <source>What is gone in one system stays in the others until you say so.</source>
        <translation>Was in einem System weg ist, bleibt in den anderen, bis Sie es sagen.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Gone in</source>
        <translation>Weg in</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>Seit</translation>
    </message>
    <message>
        <source>How we know</source>
        <translation>Woher bekannt</translation>
    </message>
    <message>
        <source>Would do</source>
        <translation>Folge</translation>
    </message>
    <message>
        <source>Gone together, %1: %2 records</source>
        <translation>Zusammen verschwunden, %1: %2 Datensätze</translation>
    </message>
    <message>
        <source>Gone one by one: %1 records</source>
        <translation>Einzeln verschwunden: %1 Datensätze</translation>
    </message>
    <message>
        <source>1 record is gone in %1.</source>
        <translation>1 Datensatz ist weg in %1.</translation>
    </message>
    <message>
        <source>%1 records are gone in %2.</source>
        <translation>%1 Datensätze sind weg in %2.</translation>
    </message>
    <message>
        <source>Nothing was deleted elsewhere.</source>
        <translation>Anderswo wurde nichts gelöscht.</translation>
    </message>
    <message>
        <source>%1, gone in %2, %3</source>
        <translation>%1, weg in %2, %3</translation>
    </message>
    <message>
        <source>Somebody asked here for it to be deleted, %1.</source>
        <translation>Jemand hat hier verlangt, ihn zu löschen, %1.</translation>
    </message>
    <message>
        <source>Gone in %1, seen %2. How we know: %3.</source>
        <translation>Weg in %1, bemerkt %2. Woher bekannt: %3.</translation>
    </message>
    <message>
        <source>Only here.</source>
        <translation>Nur hier.</translation>
    </message>
    <message>
        <source>Somebody changed it elsewhere, and the system that deleted it had not seen that yet.</source>
        <translation>Jemand hat ihn anderswo geändert, und das löschende System hatte das noch nicht gesehen.</translation>
    </message>
    <message>
        <source>Nobody changed it since.</source>
        <translation>Niemand hat ihn seitdem geändert.</translation>
    </message>
    <message>
        <source>%1 of %2 chosen</source>
        <translation>%1 von %2 gewählt</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
    <message>
        <source>the hub</source>
        <translation>dem Hub</translation>
    </message>
    <message>
        <source>Archive %1 in %2</source>
        <translation>%1 in %2 archivieren</translation>
    </message>
    <message>
        <source>Delete %1 in %2</source>
        <translation>%1 in %2 löschen</translation>
    </message>
    <message>
        <source>Keep the chosen</source>
        <translation>Die gewählten behalten</translation>
    </message>
    <message>
        <source>Let the chosen deletes go on</source>
        <translation>Die gewählten Löschungen weitergeben</translation>
    </message>
</context>
<context>
    <name>syncline::ui::DeliveriesModel</name>
    <message>
        <source>accepted, nothing to look at</source>
        <translation>angenommen, nichts nachzusehen</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>angenommen</translation>
    </message>
    <message>
        <source>refused (404): there is no such address</source>
        <translation>abgewiesen (404): Diese Adresse gibt es nicht</translation>
    </message>
    <message>
        <source>refused (405): it was no POST</source>
        <translation>abgewiesen (405): Es war kein POST</translation>
    </message>
    <message>
        <source>refused (401): the signature is missing or wrong</source>
        <translation>abgewiesen (401): Die Signatur fehlt oder ist falsch</translation>
    </message>
    <message>
        <source>refused (401): it is too old</source>
        <translation>abgewiesen (401): Es ist zu alt</translation>
    </message>
    <message>
        <source>refused (400): it is not in its system&apos;s form</source>
        <translation>abgewiesen (400): Es hat nicht die Form des Systems</translation>
    </message>
    <message>
        <source>refused (409): it had come before</source>
        <translation>abgewiesen (409): Es war schon einmal gekommen</translation>
    </message>
    <message>
        <source>%1; %2 requests</source>
        <translation>%1; %2 Anfragen</translation>
    </message>
    <message>
        <source>At</source>
        <translation>Um</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
</context>
<context>
    <name>syncline::ui::DuplicatePage</name>
    <message>
        <source>the same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>differs</source>
        <translation>verschieden</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>No possible duplicate</source>
        <translation>Keine mögliche Dublette</translation>
    </message>
    <message>
        <source>Every record that came in belongs to one record, or to a new one.</source>
        <translation>Jeder Datensatz, der hereinkam, gehört zu einem einzigen oder zu einem neuen.</translation>
    </message>
    <message>
        <source>None of them: leave the newcomer out of the sync</source>
        <translation>Keiner davon: den Neuzugang vom Abgleich auslassen</translation>
    </message>
    <message>
        <source>What will happen</source>
        <translation>Was geschehen wird</translation>
    </message>
    <message>
        <source>Is this the same person or company?</source>
        <translation>Ist das dieselbe Person oder Firma?</translation>
    </message>
    <message>
        <source>1 and 2 choose · N none of them · Enter decide · S later · Ctrl+Z undo</source>
        <translation>1 und 2 wählen · N keiner davon · Enter entscheiden · S später · Strg+Z rückgängig</translation>
    </message>
    <message>
        <source>Ask me later</source>
        <translation>Mich später fragen</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>%1 brought %2. %3 Syncline never guesses.</source>
        <translation>%1 hat %2 gebracht. %3 Syncline rät nie.</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>Nr. %1</translation>
    </message>
    <message>
        <source>No record here fits it. Merge the twins in %1, or leave this one out.</source>
        <translation>Kein Datensatz hier passt dazu. Die Zwillinge in %1 zusammenführen, oder diesen auslassen.</translation>
    </message>
    <message>
        <source>The same as %1</source>
        <translation>Derselbe wie %1</translation>
    </message>
    <message>
        <source>Last change</source>
        <translation>Letzte Änderung</translation>
    </message>
    <message>
        <source>It is linked to another record of %1 already.</source>
        <translation>Er ist schon mit einem anderen Datensatz von %1 verknüpft.</translation>
    </message>
    <message>
        <source>Link with %1</source>
        <translation>Mit %1 verknüpfen</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>The record of %1 is linked with %2. The next run fills what is empty on either side and asks you where both hold different values. You are not asked about this pair again.</source>
        <translation>Der Datensatz von %1 wird mit %2 verknüpft. Der nächste Lauf füllt, was auf einer Seite leer ist, und fragt, wo beide verschiedene Werte haben. Nach diesem Paar wird nicht noch einmal gefragt.</translation>
    </message>
    <message>
        <source>The record stays in %1 as it is and takes no part in the sync. Nothing is deleted, and you are not asked about it again.</source>
        <translation>Der Datensatz bleibt in %1, wie er ist, und nimmt nicht am Abgleich teil. Nichts wird gelöscht, und nach ihm wird nicht noch einmal gefragt.</translation>
    </message>
    <message>
        <source>Nothing until you choose. The record waits; all others go on.</source>
        <translation>Nichts, bis etwas gewählt ist. Der Datensatz wartet; alle anderen gehen weiter.</translation>
    </message>
    <message>
        <source>The possible duplicate</source>
        <translation>Das mögliche Duplikat</translation>
    </message>
</context>
<context>
    <name>syncline::ui::EventSourceDialog</name>
    <message>
        <source>Add the program</source>
        <translation>Programm hinzufügen</translation>
    </message>
    <message>
        <source>Let a program send events</source>
        <translation>Ein Programm Ereignisse senden lassen</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>booking-system</source>
        <translation>buchungssystem</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>Close without adding it</source>
        <translation>Schließen, ohne es hinzuzufügen</translation>
    </message>
    <message>
        <source>It gets a token of its own, which starts events and nothing else. Choose the events that it may send; with none chosen it may send all.</source>
        <translation>Es bekommt ein eigenes Token, das nur Ereignisse auslöst. Wählen Sie die Ereignisse, die es senden darf; ohne Auswahl darf es alle senden.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::EventSourcesCard</name>
    <message>
        <source>No program sends events yet</source>
        <translation>Noch sendet kein Programm Ereignisse</translation>
    </message>
    <message>
        <source>A booking system or a shop can tell of bookings and payments; a recipe says what becomes of them.</source>
        <translation>Ein Buchungssystem oder ein Shop kann Buchungen und Zahlungen melden; ein Rezept sagt, was daraus wird.</translation>
    </message>
    <message>
        <source>Add a program…</source>
        <translation>Programm hinzufügen …</translation>
    </message>
    <message>
        <source>New token…</source>
        <translation>Neues Token …</translation>
    </message>
    <message>
        <source>Remove the program</source>
        <translation>Programm entfernen</translation>
    </message>
    <message>
        <source>Recipes…</source>
        <translation>Rezepte …</translation>
    </message>
    <message>
        <source>Programs that send events</source>
        <translation>Programme, die Ereignisse senden</translation>
    </message>
    <message>
        <source>Choose a recipe…</source>
        <translation>Rezept wählen …</translation>
    </message>
    <message>
        <source>Give %1 a new token?</source>
        <translation>%1 ein neues Token geben?</translation>
    </message>
    <message>
        <source>The one that it has is void at once: what it sends is refused until the new one is entered there.</source>
        <translation>Das bisherige gilt sofort nicht mehr: Was das Programm sendet, wird abgelehnt, bis dort das neue eingetragen ist.</translation>
    </message>
    <message>
        <source>Make a new token</source>
        <translation>Neues Token erstellen</translation>
    </message>
    <message>
        <source>Keep the old one</source>
        <translation>Altes behalten</translation>
    </message>
    <message>
        <source>What %1 sends is refused from now on.</source>
        <translation>Was %1 sendet, wird von nun an abgelehnt.</translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>Soll %1 entfernt werden?</translation>
    </message>
    <message>
        <source>What it sends is refused from now on. What its events did stays.</source>
        <translation>Was es sendet, wird von nun an abgelehnt. Was seine Ereignisse bewirkt haben, bleibt.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>syncline::ui::EventSourcesModel</name>
    <message>
        <source>%1 taken, the last at %2</source>
        <translation>%1 angenommen, zuletzt um %2</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>%1 refused: %2</source>
        <translation>%1 abgelehnt: %2</translation>
    </message>
    <message>
        <source>all events</source>
        <translation>alle Ereignisse</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>May send</source>
        <translation>Darf senden</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Was kam</translation>
    </message>
</context>
<context>
    <name>syncline::ui::FieldChanges</name>
    <message>
        <source>Set by a person here</source>
        <translation>Von einer Person hier gesetzt</translation>
    </message>
    <message>
        <source>Set in %1</source>
        <translation>In %1 gesetzt</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Now in %1</source>
        <translation>Jetzt in %1</translation>
    </message>
    <message>
        <source>After the undo</source>
        <translation>Danach</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>syncline::ui::FieldDelegate</name>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
</context>
<context>
    <name>syncline::ui::FieldListModel</name>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>read only</source>
        <translation>nur lesbar</translation>
    </message>
    <message>
        <source>not connected</source>
        <translation>nicht verbunden</translation>
    </message>
    <message>
        <source>connected with %1</source>
        <translation>verbunden mit %1</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>syncline::ui::FirstStart</name>
    <message>
        <source>First start</source>
        <translation>Erster Start</translation>
    </message>
    <message>
        <source>Which systems should agree?</source>
        <translation>Welche Systeme sollen übereinstimmen?</translation>
    </message>
    <message>
        <source>Open the demo</source>
        <translation>Die Vorführung öffnen</translation>
    </message>
    <message>
        <source>Open a workspace…</source>
        <translation>Arbeitsbereich öffnen…</translation>
    </message>
    <message>
        <source>Just looking? Try the demo</source>
        <translation>Nur ansehen? Zur Vorführung</translation>
    </message>
    <message>
        <source>Two practice systems with invented people run on this computer. Break what you like.</source>
        <translation>Zwei Übungssysteme mit erfundenen Personen laufen auf diesem Rechner. Hier darf alles kaputtgehen.</translation>
    </message>
    <message>
        <source>You already use Syncline elsewhere?</source>
        <translation>Syncline ist anderswo schon im Einsatz?</translation>
    </message>
    <message>
        <source>Open a workspace file. Secrets are never in it; you sign in once.</source>
        <translation>Eine Arbeitsbereichsdatei öffnen. Zugangsdaten sind nie darin; einmal anmelden genügt.</translation>
    </message>
    <message>
        <source>Choose two. You can add more later. Nothing is changed in them before you have seen a preview.</source>
        <translation>Zwei wählen. Weitere lassen sich später hinzufügen. Nichts wird in ihnen geändert, bevor Sie eine Vorschau gesehen haben.</translation>
    </message>
    <message>
        <source>Your data stays on this computer and in your systems.</source>
        <translation>Ihre Daten bleiben auf diesem Rechner und in Ihren Systemen.</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect %1 and %2</source>
        <translation>%1 und %2 verbinden</translation>
    </message>
    <message>
        <source>Choose two systems</source>
        <translation>Zwei Systeme wählen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::FitBubble</name>
    <message>
        <source>Why it does not fit</source>
        <translation>Warum es nicht passt</translation>
    </message>
    <message>
        <source>This does not fit</source>
        <translation>Das passt nicht</translation>
    </message>
    <message>
        <source>This does not fit as it is</source>
        <translation>So, wie es ist, passt es nicht</translation>
    </message>
    <message>
        <source>Esc lets go.</source>
        <translation>Esc lässt los.</translation>
    </message>
    <message>
        <source>Drop it to choose how: %1. Esc lets go.</source>
        <translation>Ablegen, um zu wählen, wie: %1. Esc lässt los.</translation>
    </message>
    <message>
        <source>, or </source>
        <translation>, oder </translation>
    </message>
</context>
<context>
    <name>syncline::ui::HealthTile</name>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Slowed by their limit</source>
        <translation>Von der Grenze des CRM gebremst</translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation>Braucht Anmeldung</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nicht erreichbar</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Not asked yet</source>
        <translation>Noch nicht gefragt</translation>
    </message>
    <message>
        <source>Syncing</source>
        <translation>Gleicht ab</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1, %2, last asked %3</source>
        <translation>%1, %2, zuletzt gefragt %3</translation>
    </message>
</context>
<context>
    <name>syncline::ui::HeldPage</name>
    <message>
        <source>Find a person or reason</source>
        <translation>Person oder Grund suchen</translation>
    </message>
    <message>
        <source>Nothing is held</source>
        <translation>Nichts ist zurückgehalten</translation>
    </message>
    <message>
        <source>Every record could be looked at.</source>
        <translation>Jeder Datensatz konnte angesehen werden.</translation>
    </message>
    <message>
        <source>Why it is held</source>
        <translation>Warum er zurückgehalten ist</translation>
    </message>
    <message>
        <source>What helps</source>
        <translation>Was hilft</translation>
    </message>
    <message>
        <source>Open record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>Change the mapping…</source>
        <translation>Die Zuordnung ändern…</translation>
    </message>
    <message>
        <source>Try again with the next run</source>
        <translation>Mit dem nächsten Lauf noch einmal versuchen</translation>
    </message>
    <message>
        <source>A held record keeps its values on both sides. All other records go on.</source>
        <translation>Ein zurückgehaltener Datensatz behält seine Werte auf beiden Seiten. Alle anderen gehen weiter.</translation>
    </message>
    <message>
        <source>%1, no. %2, since %3</source>
        <translation>%1, Nr. %2, seit %3</translation>
    </message>
    <message>
        <source>Give it a key (for contacts an e-mail address) in %1. The next run finds it then.</source>
        <translation>Ihm in %1 ein Erkennungsmerkmal geben (bei Kontakten eine E-Mail-Adresse). Der nächste Lauf findet es dann.</translation>
    </message>
    <message>
        <source>The next run looks at it again. Most of these settle by themselves.</source>
        <translation>Der nächste Lauf sieht ihn noch einmal an. Die meisten solchen Fälle klären sich von selbst.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::IntegrationDetail</name>
    <message>
        <source>Sync Now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>More acts for this integration</source>
        <translation>Weiteres für diese Integration</translation>
    </message>
    <message>
        <source>Parts of this integration</source>
        <translation>Teile dieser Integration</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>Limits and permissions</source>
        <translation>Grenzen und Berechtigungen</translation>
    </message>
    <message>
        <source>Test again</source>
        <translation>Noch einmal testen</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>Verbindung</translation>
    </message>
    <message>
        <source>Open the mapping</source>
        <translation>Die Zuordnung öffnen</translation>
    </message>
    <message>
        <source>Mapped</source>
        <translation>Zugeordnet</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>tested %1, %2 ms</source>
        <translation>getestet %1, %2 ms</translation>
    </message>
    <message>
        <source>not tested yet</source>
        <translation>noch nicht getestet</translation>
    </message>
    <message>
        <source>Nothing yet. Nothing is read or written before you map fields.</source>
        <translation>Noch nichts. Nichts wird gelesen oder geschrieben, bevor Felder zugeordnet sind.</translation>
    </message>
    <message>
        <source>Nothing is lost: its changes wait. The other systems go on.</source>
        <translation>Nichts ist verloren: seine Änderungen warten. Die anderen Systeme machen weiter.</translation>
    </message>
    <message>
        <source>%1 is paused.</source>
        <translation>%1 ist pausiert.</translation>
    </message>
    <message>
        <source>Its changes wait and are read when you go on.</source>
        <translation>Seine Änderungen warten und werden gelesen, wenn es weitergeht.</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 refused the sign-in.</source>
        <translation>%1 hat die Anmeldung abgelehnt.</translation>
    </message>
    <message>
        <source>Give other keys…</source>
        <translation>Andere Schlüssel angeben…</translation>
    </message>
    <message>
        <source>%1 did not pass its last test.</source>
        <translation>%1 hat seinen letzten Test nicht bestanden.</translation>
    </message>
    <message>
        <source>Go on with %1</source>
        <translation>Mit %1 weitermachen</translation>
    </message>
    <message>
        <source>Pause %1</source>
        <translation>%1 pausieren</translation>
    </message>
    <message>
        <source>Disconnect %1…</source>
        <translation>%1 trennen…</translation>
    </message>
    <message>
        <source>Disconnect %1</source>
        <translation>%1 trennen</translation>
    </message>
    <message>
        <source>Disconnect %1?</source>
        <translation>%1 trennen?</translation>
    </message>
    <message>
        <source>Its keys leave the keychain, and it is no longer read or written. Nothing is deleted in %1. Your records, their history and what belongs together stay here: connect the same account again and they are found.</source>
        <translation>Seine Schlüssel verlassen den Schlüsselbund, und es wird nicht mehr gelesen oder geschrieben. In %1 wird nichts gelöscht. Ihre Datensätze, ihr Verlauf und was zusammengehört bleiben hier: wird dasselbe Konto wieder verbunden, finden sie sich.</translation>
    </message>
    <message>
        <source>Keep %1</source>
        <translation>%1 behalten</translation>
    </message>
</context>
<context>
    <name>syncline::ui::IntegrationList</name>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Healthy</source>
        <translation>In Ordnung</translation>
    </message>
    <message>
        <source>Needs sign-in</source>
        <translation>Braucht Anmeldung</translation>
    </message>
    <message>
        <source>Not tested</source>
        <translation>Nicht getestet</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nie</translation>
    </message>
    <message>
        <source>now</source>
        <translation>jetzt</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>nothing mapped yet</source>
        <translation>noch nichts zugeordnet</translation>
    </message>
    <message>
        <source>Slowed by their limit</source>
        <translation>Von der Grenze des CRM gebremst</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Nicht erreichbar</translation>
    </message>
</context>
<context>
    <name>syncline::ui::IntegrationsView</name>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>No system is connected yet</source>
        <translation>Noch ist kein System verbunden</translation>
    </message>
    <message>
        <source>Connect two, and Syncline keeps their people in agreement.</source>
        <translation>Zwei verbinden, und Syncline hält ihre Personen in Übereinstimmung.</translation>
    </message>
    <message>
        <source>Add integration…</source>
        <translation>Integration hinzufügen…</translation>
    </message>
    <message>
        <source>Find an integration</source>
        <translation>Integration suchen</translation>
    </message>
    <message>
        <source>Connected systems</source>
        <translation>Verbundene Systeme</translation>
    </message>
    <message numerus="yes">
        <source>%n connected</source>
        <translation>
            <numerusform>%n verbunden</numerusform>
            <numerusform>%n verbunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, %n needs you</source>
        <translation>
            <numerusform>, %n braucht Sie</numerusform>
            <numerusform>, %n brauchen Sie</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::KeysDialog</name>
    <message>
        <source>Try and store the keys</source>
        <translation>Versuchen und die Schlüssel ablegen</translation>
    </message>
    <message>
        <source>Keys of %1</source>
        <translation>Schlüssel von %1</translation>
    </message>
    <message>
        <source>Keep the old keys</source>
        <translation>Die alten Schlüssel behalten</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>Erneut anmelden</translation>
    </message>
</context>
<context>
    <name>syncline::ui::LedgerBar</name>
    <message>
        <source>%1 records: %2 in sync, %3 waiting for you, %4 left out, %5 failing</source>
        <translation>%1 Datensätze: %2 übereinstimmend, %3 warten auf Sie, %4 ausgelassen, %5 gescheitert</translation>
    </message>
</context>
<context>
    <name>syncline::ui::LedgerCard</name>
    <message>
        <source>In sync</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Waiting for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Failing</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Left out, and why</source>
        <translation>Ausgelassen, und warum</translation>
    </message>
    <message>
        <source>Failing, and why</source>
        <translation>Gescheitert, und warum</translation>
    </message>
    <message>
        <source>1 more reason</source>
        <translation>1 weiterer Grund</translation>
    </message>
    <message>
        <source>%1 more reasons</source>
        <translation>%1 weitere Gründe</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Datensatz</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Datensätze</translation>
    </message>
    <message>
        <source>in 1 kind</source>
        <translation>in 1 Art</translation>
    </message>
    <message>
        <source>in %1 kinds</source>
        <translation>in %1 Arten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 wait for you</source>
        <translation>%1 warten auf Sie</translation>
    </message>
    <message>
        <source>%1 decisions wait, in %2 records</source>
        <translation>%1 Entscheidungen warten, in %2 Datensätzen</translation>
    </message>
    <message>
        <source>1 conflict</source>
        <translation>1 Konflikt</translation>
    </message>
    <message>
        <source>%1 conflicts</source>
        <translation>%1 Konflikte</translation>
    </message>
    <message>
        <source>1 possible duplicate</source>
        <translation>1 mögliche Dublette</translation>
    </message>
    <message>
        <source>%1 possible duplicates</source>
        <translation>%1 mögliche Dubletten</translation>
    </message>
    <message>
        <source>1 held delete</source>
        <translation>1 zurückgehaltene Löschung</translation>
    </message>
    <message>
        <source>%1 held deletes</source>
        <translation>%1 zurückgehaltene Löschungen</translation>
    </message>
    <message>
        <source>1 held record</source>
        <translation>1 zurückgehaltener Datensatz</translation>
    </message>
    <message>
        <source>%1 held records</source>
        <translation>%1 zurückgehaltene Datensätze</translation>
    </message>
    <message>
        <source>Decide %1</source>
        <translation>%1 entscheiden</translation>
    </message>
</context>
<context>
    <name>syncline::ui::LimitsCard</name>
    <message>
        <source>Save limits and permissions</source>
        <translation>Grenzen und Berechtigungen speichern</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>Grenzen</translation>
    </message>
    <message>
        <source>Requests per second</source>
        <translation>Anfragen je Sekunde</translation>
    </message>
    <message>
        <source>no limit of ours</source>
        <translation>keine eigene Grenze</translation>
    </message>
    <message>
        <source>Requests per minute</source>
        <translation>Anfragen je Minute</translation>
    </message>
    <message>
        <source>Requests per day</source>
        <translation>Anfragen je Tag</translation>
    </message>
    <message>
        <source>Left free for other tools, in percent</source>
        <translation>Für andere Programme freigehalten, in Prozent</translation>
    </message>
    <message>
        <source>Records in a page</source>
        <translation>Datensätze je Seite</translation>
    </message>
    <message>
        <source>as the system likes</source>
        <translation>wie das System es möchte</translation>
    </message>
    <message>
        <source>A request may take, in ms</source>
        <translation>So lange darf eine Anfrage dauern, in ms</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Syncline may read from it</source>
        <translation>Syncline darf daraus lesen</translation>
    </message>
    <message>
        <source>Syncline may write to it</source>
        <translation>Syncline darf dorthin schreiben</translation>
    </message>
    <message>
        <source>Syncline may make fields in it</source>
        <translation>Syncline darf dort Felder anlegen</translation>
    </message>
    <message>
        <source>Switches</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>Try again what failed for a moment</source>
        <translation>Wiederholen, was kurz scheiterte</translation>
    </message>
    <message>
        <source>Keep its field list for five minutes</source>
        <translation>Feldliste fünf Minuten behalten</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ListHeader</name>
    <message>
        <source>Find a hub field</source>
        <translation>Feld des Hubs suchen</translation>
    </message>
    <message>
        <source>Find a field of the CRM</source>
        <translation>Feld des CRM suchen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <extracomment>fields that are connected, of all</extracomment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 of %2 fields are connected</source>
        <translation>%1 von %2 Feldern sind verbunden</translation>
    </message>
</context>
<context>
    <name>syncline::ui::LiveCard</name>
    <message>
        <source>Looking at the systems</source>
        <translation>Die Systeme werden angesehen</translation>
    </message>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>Working out what to write</source>
        <translation>Ausarbeiten, was zu schreiben ist</translation>
    </message>
    <message>
        <source>Taking over what was read</source>
        <translation>Das Gelesene wird übernommen</translation>
    </message>
    <message>
        <source>Writing to %1</source>
        <translation>Nach %1 wird geschrieben</translation>
    </message>
    <message>
        <source>Planning for %1</source>
        <translation>Für %1 wird geplant</translation>
    </message>
    <message>
        <source>Waiting for a write whose answer was lost</source>
        <translation>Warten auf einen Schreibvorgang, dessen Antwort verloren ging</translation>
    </message>
    <message>
        <source>Ends about %1, in %2 (± %3)</source>
        <translation>Ende gegen %1, in %2 (± %3)</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>What has been written stays and can be taken back.</source>
        <translation>Was geschrieben ist, bleibt und kann zurückgenommen werden.</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Ending</source>
        <translation>Wird beendet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Pausing</source>
        <translation>Wird pausiert</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Nothing is written</source>
        <translation>Nichts wird geschrieben</translation>
    </message>
    <message>
        <source>what has been written stays</source>
        <translation>was geschrieben ist, bleibt</translation>
    </message>
    <message>
        <source>what is on its way is finished first</source>
        <translation>was unterwegs ist, wird zuerst beendet</translation>
    </message>
    <message>
        <source>%1 records a second</source>
        <translation>%1 Datensätze je Sekunde</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>Gesendet: %1</translation>
    </message>
    <message>
        <source>Read: %1</source>
        <translation>Gelesen: %1</translation>
    </message>
    <message>
        <source>Done: %1</source>
        <translation>Erledigt: %1</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>Running for %1</source>
        <translation>Läuft seit %1</translation>
    </message>
    <message>
        <source>%1, %2 percent</source>
        <translation>%1, %2 Prozent</translation>
    </message>
</context>
<context>
    <name>syncline::ui::LookupModel</name>
    <message>
        <source>Add a value</source>
        <translation>Wert hinzufügen</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>becomes</source>
        <translation>wird zu</translation>
    </message>
</context>
<context>
    <name>syncline::ui::MainWindow</name>
    <message>
        <source>Syncline</source>
        <translation>Syncline</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>Seite</translation>
    </message>
    <message>
        <source>Go to %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>%1 – Syncline</source>
        <translation>%1 – Syncline</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>New workspace</source>
        <translation>Neuer Arbeitsbereich</translation>
    </message>
    <message>
        <source>My workspace.syncline</source>
        <translation>Mein Arbeitsbereich.syncline</translation>
    </message>
    <message>
        <source>Workspaces (*.syncline)</source>
        <translation>Arbeitsbereiche (*.syncline)</translation>
    </message>
    <message>
        <source>Open a workspace</source>
        <translation>Arbeitsbereich öffnen</translation>
    </message>
    <message>
        <source>Starting the demo</source>
        <translation>Die Vorführung startet</translation>
    </message>
    <message>
        <source>Connecting the demo</source>
        <translation>Die Vorführung wird verbunden</translation>
    </message>
    <message>
        <source>Paused until %1</source>
        <translation>Angehalten bis %1</translation>
    </message>
    <message>
        <source>Everything is paused</source>
        <translation>Alles ist angehalten</translation>
    </message>
    <message>
        <source>Nothing runs by itself; go on in Schedules.</source>
        <translation>Nichts läuft von selbst; weiter geht es unter Zeitpläne.</translation>
    </message>
    <message>
        <source>Next run: when you start it</source>
        <translation>Nächster Lauf: wenn Sie ihn starten</translation>
    </message>
    <message>
        <source>Nothing runs by the clock. Sync Now (F5) starts a run.</source>
        <translation>Nichts läuft nach der Uhr. „Jetzt abgleichen“ (F5) startet einen Lauf.</translation>
    </message>
    <message>
        <source>Next run: %1</source>
        <translation>Nächster Lauf: %1</translation>
    </message>
    <message>
        <source>Another program runs the schedules of this workspace.</source>
        <translation>Ein anderes Programm führt die Zeitpläne dieses Arbeitsbereichs aus.</translation>
    </message>
    <message>
        <source>next run %1</source>
        <translation>nächster Lauf %1</translation>
    </message>
</context>
<context>
    <name>syncline::ui::MappingBoard</name>
    <message>
        <source>Choose how it fits</source>
        <translation>Wählen, wie es passt</translation>
    </message>
    <message>
        <source>Fields of the hub</source>
        <translation>Felder des Hubs</translation>
    </message>
    <message>
        <source>Fields of %1</source>
        <translation>Felder von %1</translation>
    </message>
    <message>
        <source>Hub: %1</source>
        <translation>Hub: %1</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n</source>
        <translation>
            <numerusform>%n annehmen</numerusform>
            <numerusform>%n annehmen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestion(s)</source>
        <translation>
            <numerusform>%n Vorschlag annehmen</numerusform>
            <numerusform>%n Vorschläge annehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Connecting %1: choose a field, Esc lets go</source>
        <translation>%1 wird verbunden: ein Feld wählen, Esc lässt los</translation>
    </message>
    <message numerus="yes">
        <source>%n suggestion(s)</source>
        <translation>
            <numerusform>%n Vorschlag</numerusform>
            <numerusform>%n Vorschläge</numerusform>
        </translation>
    </message>
    <message>
        <source>Let go to connect %1 and %2</source>
        <translation>Loslassen verbindet %1 und %2</translation>
    </message>
    <message>
        <source>Let go to choose how %1 fits %2</source>
        <translation>Loslassen zeigt, wie %1 zu %2 passt</translation>
    </message>
    <message>
        <source>%1 does not fit %2</source>
        <translation>%1 passt nicht zu %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::MappingCanvas</name>
    <message>
        <source>Dismiss</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Suggestion: %1, %2 percent</source>
        <translation>Vorschlag: %1, %2 Prozent</translation>
    </message>
    <message>
        <source>Direction of %1: %2</source>
        <translation>Richtung von %1: %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::MappingDocument</name>
    <message>
        <source>Connect %1</source>
        <translation>%1 verbinden</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Direction of %1</source>
        <translation>Richtung von %1</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message numerus="yes">
        <source>Accept %n suggestion(s)</source>
        <translation>
            <numerusform>%n Vorschlag annehmen</numerusform>
            <numerusform>%n Vorschläge annehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Dismiss %1</source>
        <translation>%1 verwerfen</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <extracomment>%1 is a field of the hub, %2 one of the CRM</extracomment>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>push only</source>
        <translation>nur senden</translation>
    </message>
    <message>
        <source>pull only</source>
        <translation>nur lesen</translation>
    </message>
    <message>
        <source>both ways</source>
        <translation>beide Richtungen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::MappingView</name>
    <message numerus="yes">
        <source>%n change(s) not saved</source>
        <translation>
            <numerusform>%n Änderung nicht gespeichert</numerusform>
            <numerusform>%n Änderungen nicht gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Undo: %1</source>
        <translation>Rückgängig: %1</translation>
    </message>
    <message>
        <source>Redo: %1</source>
        <translation>Wiederholen: %1</translation>
    </message>
    <message numerus="yes">
        <source>Save %n change(s)</source>
        <translation>
            <numerusform>%n Änderung speichern</numerusform>
            <numerusform>%n Änderungen speichern</numerusform>
        </translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save first: a preview shows what a run would do.</source>
        <translation>Zuerst speichern: eine Vorschau zeigt, was ein Lauf tun würde.</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Match: %1</source>
        <translation>Erkennen an: %1</translation>
    </message>
    <message>
        <source>Filter: %1 take part</source>
        <translation>Filter: %1 nehmen teil</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Conflicts: %1</source>
        <translation>Konflikte: %1</translation>
    </message>
    <message>
        <source>Deletes: %1</source>
        <translation>Löschungen: %1</translation>
    </message>
    <message>
        <source>&lt;b&gt;Saving will look at %1 %2 again.&lt;/b&gt; Nothing is sent before the next run.</source>
        <translation>&lt;b&gt;Speichern sieht %1 %2 noch einmal an.&lt;/b&gt; Vor dem nächsten Lauf wird nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>etwa %n Sekunde</numerusform>
            <numerusform>etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min</source>
        <translation>
            <numerusform>etwa %n min</numerusform>
            <numerusform>etwa %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>&lt;b&gt;Saving will send up to %1 %2 to %3 again:&lt;/b&gt; %4 requests, %5. Nothing is sent before the next run.</source>
        <translation>&lt;b&gt;Speichern sendet bis zu %1 %2 noch einmal an %3:&lt;/b&gt; %4 Anfragen, %5. Vor dem nächsten Lauf wird nichts gesendet.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) of the mapping are not saved.</source>
        <translation>
            <numerusform>%n Änderung der Zuordnung ist nicht gespeichert.</numerusform>
            <numerusform>%n Änderungen der Zuordnung sind nicht gespeichert.</numerusform>
        </translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>Preview…</source>
        <translation>Vorschau…</translation>
    </message>
    <message>
        <source>Show as a list</source>
        <translation>Als Liste zeigen</translation>
    </message>
    <message>
        <source>More rules</source>
        <translation>Weitere Regeln</translation>
    </message>
    <message>
        <source>Which ones?</source>
        <translation>Welche?</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kind of record</source>
        <translation>Art der Datensätze</translation>
    </message>
    <message>
        <source>No line is chosen</source>
        <translation>Keine Zeile ist gewählt</translation>
    </message>
    <message>
        <source>Drag a field onto one of the other side to connect them, or choose a line to see what it does with real records.</source>
        <translation>Ein Feld auf eines der anderen Seite ziehen, um sie zu verbinden, oder eine Zeile wählen, um zu sehen, was sie mit echten Datensätzen macht.</translation>
    </message>
    <message>
        <source>No system is connected yet</source>
        <translation>Noch ist kein System verbunden</translation>
    </message>
    <message>
        <source>Connect a system first; then its fields stand here beside those of the hub.</source>
        <translation>Zuerst ein System verbinden; dann stehen seine Felder hier neben denen des Hubs.</translation>
    </message>
    <message>
        <source>Add an integration…</source>
        <translation>Integration hinzufügen…</translation>
    </message>
    <message>
        <source>Values of the next record</source>
        <translation>Werte des nächsten Datensatzes</translation>
    </message>
    <message>
        <source>Values of the previous record</source>
        <translation>Werte des vorigen Datensatzes</translation>
    </message>
    <message>
        <source>Read the fields again</source>
        <translation>Felder neu lesen</translation>
    </message>
    <message>
        <source>The mapping could not be read.</source>
        <translation>Die Zuordnung konnte nicht gelesen werden.</translation>
    </message>
    <message>
        <source>Reading the fields of %1</source>
        <translation>Die Felder von %1 werden gelesen</translation>
    </message>
    <message>
        <source>Its own list of fields is asked for.</source>
        <translation>Nach seiner eigenen Feldliste wird gefragt.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>Nothing was saved; your changes are still here.</source>
        <translation>Nichts wurde gespeichert; Ihre Änderungen sind noch hier.</translation>
    </message>
    <message>
        <source>Match</source>
        <translation>Abgleich</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Deletes</source>
        <translation>Löschungen</translation>
    </message>
    <message>
        <source>Make a field…</source>
        <translation>Feld anlegen …</translation>
    </message>
    <message>
        <source>Make a field for “%1” in %2…</source>
        <translation>Feld für „%1“ in %2 anlegen …</translation>
    </message>
    <message>
        <source>Make a field in %1…</source>
        <translation>Feld in %1 anlegen …</translation>
    </message>
    <message>
        <source>Save first: the new field is mapped at once.</source>
        <translation>Zuerst speichern: Das neue Feld wird sofort zugeordnet.</translation>
    </message>
    <message>
        <source>A field of the same name and type, mapped with this one</source>
        <translation>Ein Feld mit gleichem Namen und Typ, diesem zugeordnet</translation>
    </message>
    <message>
        <source>Choose a field of the hub first that is not connected.</source>
        <translation>Zuerst ein Feld des Hubs wählen, das nicht verbunden ist.</translation>
    </message>
    <message>
        <source>%1 gets a new field “%2” for its %3, and the two are mapped.</source>
        <translation>%1 bekommt ein neues Feld „%2“ für seine %3, und die beiden werden zugeordnet.</translation>
    </message>
    <message>
        <source>The field stays there when the line is removed; it can be deleted in %1 only.</source>
        <translation>Das Feld bleibt dort, wenn die Linie entfernt wird; löschen lässt es sich nur in %1.</translation>
    </message>
    <message>
        <source>Make the field</source>
        <translation>Feld anlegen</translation>
    </message>
    <message>
        <source>Close without making it</source>
        <translation>Schließen, ohne es anzulegen</translation>
    </message>
    <message>
        <source>No field was made.</source>
        <translation>Es wurde kein Feld angelegt.</translation>
    </message>
    <message>
        <source>Add a field of your own…</source>
        <translation>Eigenes Feld hinzufügen …</translation>
    </message>
    <message>
        <source>Keep “%1” in a field of your own…</source>
        <translation>„%1“ in einem eigenen Feld führen …</translation>
    </message>
    <message>
        <source>Save first: the two are connected at once.</source>
        <translation>Speichern Sie zuerst: Die beiden werden sofort verbunden.</translation>
    </message>
    <message>
        <source>The workspace gets a field of the same type, to map it elsewhere too.</source>
        <translation>Der Arbeitsbereich erhält ein Feld desselben Typs, das sich auch anderswo zuordnen lässt.</translation>
    </message>
    <message>
        <source>Choose a field of %1 first that is not connected.</source>
        <translation>Wählen Sie zuerst ein Feld von %1, das nicht verbunden ist.</translation>
    </message>
    <message>
        <source>What is the new field of your workspace called?</source>
        <translation>Wie heißt das neue Feld Ihres Arbeitsbereichs?</translation>
    </message>
    <message>
        <source>Add the field</source>
        <translation>Feld hinzufügen</translation>
    </message>
    <message>
        <source>Close without adding it</source>
        <translation>Schließen, ohne es hinzuzufügen</translation>
    </message>
    <message>
        <source>No field was added.</source>
        <translation>Es wurde kein Feld hinzugefügt.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::MirrorProgressCard</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancelling</source>
        <translation>Wird abgebrochen</translation>
    </message>
    <message>
        <source>Progress of %1</source>
        <translation>Fortschritt von %1</translation>
    </message>
    <message>
        <source>Looking at what there is</source>
        <translation>Was da ist, wird angesehen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 records a second</source>
        <translation>%1 Datensätze in der Sekunde</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>Publishing</source>
        <translation>Wird veröffentlicht</translation>
    </message>
    <message>
        <source>As fast as the system&apos;s limit allows</source>
        <translation>So schnell, wie es das Limit des Systems erlaubt</translation>
    </message>
    <message>
        <source>Reading</source>
        <translation>Wird gelesen</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message>
        <source>%1 in %2, %3 of them read now</source>
        <translation>%1 in %2, davon jetzt %3 gelesen</translation>
    </message>
    <message>
        <source>%1 requests in %2</source>
        <translation>%1 Anfragen in %2</translation>
    </message>
    <message>
        <source>Everything was read and published</source>
        <translation>Alles wurde gelesen und veröffentlicht</translation>
    </message>
    <message>
        <source>What changed was read and published</source>
        <translation>Was sich geändert hat, wurde gelesen und veröffentlicht</translation>
    </message>
    <message>
        <source>What has landed is kept: the next mirror goes on behind it.</source>
        <translation>Was angekommen ist, bleibt: Der nächste Spiegel macht dahinter weiter.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
</context>
<context>
    <name>syncline::ui::MirrorView</name>
    <message>
        <source>No system is connected yet</source>
        <translation>Noch ist kein System verbunden</translation>
    </message>
    <message>
        <source>Connect one; then its records can be copied into a database of yours.</source>
        <translation>Eines verbinden; dann können seine Datensätze in eine eigene Datenbank kopiert werden.</translation>
    </message>
    <message>
        <source>Connect a system</source>
        <translation>Ein System verbinden</translation>
    </message>
    <message>
        <source>Read everything, not only what changed</source>
        <translation>Alles lesen, nicht nur, was sich geändert hat</translation>
    </message>
    <message>
        <source>System to copy</source>
        <translation>System, das kopiert wird</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>Datenbank</translation>
    </message>
    <message>
        <source>Password of the database</source>
        <translation>Passwort der Datenbank</translation>
    </message>
    <message>
        <source>as kept in the keychain</source>
        <translation>wie im Schlüsselbund</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>It was not copied from this window yet.</source>
        <translation>Aus diesem Fenster wurde es noch nicht kopiert.</translation>
    </message>
    <message>
        <source>Records are as of %1; deletes, tags and lists as of %2.</source>
        <translation>Datensätze sind vom Stand %1; Löschungen, Tags und Listen vom Stand %2.</translation>
    </message>
    <message>
        <source>Mirror now</source>
        <translation>Jetzt spiegeln</translation>
    </message>
    <message>
        <source>a system&apos;s records in a database of yours</source>
        <translation>die Datensätze eines Systems in einer eigenen Datenbank</translation>
    </message>
</context>
<context>
    <name>syncline::ui::NavButton</name>
    <message>
        <source>1 waits for you</source>
        <translation>1 wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 wait for you</source>
        <translation>%1 warten auf Sie</translation>
    </message>
    <message>
        <source>1 failing</source>
        <translation>1 schlägt fehl</translation>
    </message>
    <message>
        <source>%1 failing</source>
        <translation>%1 schlagen fehl</translation>
    </message>
</context>
<context>
    <name>syncline::ui::NewRecordDialog</name>
    <message>
        <source>Make the company</source>
        <translation>Die Firma anlegen</translation>
    </message>
    <message>
        <source>Make the contact</source>
        <translation>Den Kontakt anlegen</translation>
    </message>
    <message>
        <source>New company</source>
        <translation>Neue Firma</translation>
    </message>
    <message>
        <source>New contact</source>
        <translation>Neuer Kontakt</translation>
    </message>
    <message>
        <source>The next run creates it in the connected systems.</source>
        <translation>Der nächste Lauf legt ihn in den verbundenen Systemen an.</translation>
    </message>
    <message>
        <source>Close without making it</source>
        <translation>Schließen, ohne anzulegen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::NextHours</name>
    <message>
        <source>Runs of the next 12 hours</source>
        <translation>Läufe der nächsten 12 Stunden</translation>
    </message>
    <message numerus="yes">
        <source>%1: %n run(s)</source>
        <translation>
            <numerusform>%1: %n Lauf</numerusform>
            <numerusform>%1: %n Läufe</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing runs by the clock.</source>
        <translation>Nichts läuft nach der Uhr.</translation>
    </message>
    <message>
        <source>quiet time</source>
        <translation>Ruhezeit</translation>
    </message>
</context>
<context>
    <name>syncline::ui::NoticePlaces</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Show the system</source>
        <translation>System zeigen</translation>
    </message>
    <message>
        <source>Decide</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Show the errors</source>
        <translation>Fehler zeigen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::NotificationCards</name>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Slack</source>
        <translation>Slack</translation>
    </message>
    <message>
        <source>Discord</source>
        <translation>Discord</translation>
    </message>
    <message>
        <source>A program, signed</source>
        <translation>Ein Programm, signiert</translation>
    </message>
    <message>
        <source>On this computer</source>
        <translation>Auf diesem Computer</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanäle</translation>
    </message>
    <message>
        <source>Desktop notices</source>
        <translation>Hinweise auf dem Schreibtisch</translation>
    </message>
    <message>
        <source>When a system stops answering or wants a sign-in, when something waits for you, and when it is over: once each.</source>
        <translation>Wenn ein System nicht mehr antwortet oder eine Anmeldung will, wenn etwas auf Sie wartet, und wenn es vorbei ist: je einmal.</translation>
    </message>
    <message>
        <source>Go on in the tray</source>
        <translation>In der Leiste weiterlaufen</translation>
    </message>
    <message>
        <source>Closing the window hides it while the desktop has a tray; schedules go on. Quit ends them.</source>
        <translation>Das Schließen verbirgt das Fenster, solange der Schreibtisch eine Leiste hat; Zeitpläne laufen weiter. Beenden beendet sie.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: %2. The last message did not arrive: %3</source>
        <translation>%1: %2. Die letzte Nachricht kam nicht an: %3</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Probe</translation>
    </message>
    <message>
        <source>Send a test to %1</source>
        <translation>Eine Probe an %1 senden</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Add a channel</source>
        <translation>Kanal hinzufügen</translation>
    </message>
    <message>
        <source>More places</source>
        <translation>Weitere Orte</translation>
    </message>
    <message>
        <source>E-mail, Slack, Discord, or a signed message to a program of yours. Addresses and passwords are kept in the keychain.</source>
        <translation>E-Mail, Slack, Discord oder eine signierte Nachricht an ein eigenes Programm. Adressen und Passwörter liegen im Schlüsselbund.</translation>
    </message>
    <message>
        <source>%1 was added. Send a test.</source>
        <translation>%1 wurde hinzugefügt. Senden Sie eine Probe.</translation>
    </message>
    <message>
        <source>%1 was added. Its messages are signed with this key, which is not shown again: %2</source>
        <translation>%1 wurde hinzugefügt. Seine Nachrichten werden mit diesem Schlüssel signiert, der nicht noch einmal gezeigt wird: %2</translation>
    </message>
    <message>
        <source>A test was sent to %1.</source>
        <translation>Eine Probe ging an %1.</translation>
    </message>
    <message>
        <source>%1 was removed.</source>
        <translation>%1 wurde entfernt.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::OptionDelegate</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PairEditor</name>
    <message>
        <source>Remove this line</source>
        <translation>Diese Zeile entfernen</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>An empty value may clear it</source>
        <translation>Ein leerer Wert darf es leeren</translation>
    </message>
    <message>
        <source>Put back what is changed in the CRM</source>
        <translation>Zurücksetzen, was im CRM geändert wird</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Push</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Push: from the hub to the CRM</source>
        <translation>Senden: vom Hub zum CRM</translation>
    </message>
    <message>
        <source>Pull</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Pull: from the CRM to the hub</source>
        <translation>Lesen: vom CRM zum Hub</translation>
    </message>
    <message>
        <source>Both</source>
        <translation>Beide</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>Written in place of an empty value</source>
        <translation>Wird anstelle eines leeren Werts geschrieben</translation>
    </message>
    <message>
        <source>Write this instead</source>
        <translation>Stattdessen dies schreiben</translation>
    </message>
    <message>
        <source>A record without a value is held and not created in the CRM.</source>
        <translation>Ein Datensatz ohne Wert wird zurückgehalten und im CRM nicht angelegt.</translation>
    </message>
    <message>
        <source>These two fields do not allow it.</source>
        <translation>Diese beiden Felder erlauben es nicht.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PairModel</name>
    <message>
        <source>suggested, %1 %</source>
        <translation>vorgeschlagen, %1 %</translation>
    </message>
    <message>
        <source>required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Hub field</source>
        <translation>Feld des Hubs</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Field of %1</source>
        <translation>Feld von %1</translation>
    </message>
    <message>
        <source>Field of the CRM</source>
        <translation>Feld des CRM</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>Geändert durch</translation>
    </message>
    <message>
        <source>Required</source>
        <translation>Pflicht</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PairTable</name>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connected fields</source>
        <translation>Verbundene Felder</translation>
    </message>
    <message>
        <source>Hub field to connect</source>
        <translation>Feld des Hubs, das verbunden wird</translation>
    </message>
    <message>
        <source>Field of the CRM to connect it with</source>
        <translation>Feld des CRM, mit dem es verbunden wird</translation>
    </message>
    <message>
        <source>with</source>
        <translation>mit</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PersonDialog</name>
    <message>
        <source>Only this record, not others with the same address</source>
        <translation>Nur dieser Datensatz, nicht andere mit derselben Adresse</translation>
    </message>
    <message>
        <source>Close without erasing</source>
        <translation>Schließen, ohne zu löschen</translation>
    </message>
    <message>
        <source>Save as a file…</source>
        <translation>Als Datei speichern …</translation>
    </message>
    <message>
        <source>Erase everywhere</source>
        <translation>Überall löschen</translation>
    </message>
    <message>
        <source>Everything about %1</source>
        <translation>Alles über %1</translation>
    </message>
    <message>
        <source>Records about %1</source>
        <translation>Datensätze über %1</translation>
    </message>
    <message>
        <source>To erase every value here and the records in the systems, type %1. This cannot be undone.</source>
        <translation>Um hier jeden Wert und in den Systemen die Datensätze zu löschen, %1 eintippen. Das lässt sich nicht rückgängig machen.</translation>
    </message>
    <message>
        <source>Type %1 to erase</source>
        <translation>Zum Löschen %1 eintippen</translation>
    </message>
    <message>
        <source>Asking the connected systems…</source>
        <translation>Die verbundenen Systeme werden gefragt …</translation>
    </message>
    <message>
        <source>Known: %1 in this workspace, %2 in the systems.</source>
        <translation>Bekannt: %1 in diesem Arbeitsbereich, %2 in den Systemen.</translation>
    </message>
    <message>
        <source>The list may lack something.</source>
        <translation>In der Liste kann etwas fehlen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Several people have this address.</source>
        <translation>Mehrere Personen haben diese Adresse.</translation>
    </message>
    <message>
        <source>Choose “Only this record” to erase this one alone.</source>
        <translation>„Nur dieser Datensatz“ wählen, um diesen allein zu löschen.</translation>
    </message>
    <message>
        <source>Save everything about %1</source>
        <translation>Alles über %1 speichern</translation>
    </message>
    <message>
        <source>JSON documents (*.json)</source>
        <translation>JSON-Dokumente (*.json)</translation>
    </message>
    <message>
        <source>Everything that is known is in %1.</source>
        <translation>Alles, was bekannt ist, steht in %1.</translation>
    </message>
    <message>
        <source>Only you can read the file.</source>
        <translation>Nur Sie können die Datei lesen.</translation>
    </message>
    <message>
        <source>Erasing, and looking whether it is gone…</source>
        <translation>Es wird gelöscht und nachgesehen, ob es fort ist …</translation>
    </message>
    <message>
        <source>Nothing of this person is left in this workspace.</source>
        <translation>In diesem Arbeitsbereich ist von dieser Person nichts mehr vorhanden.</translation>
    </message>
    <message>
        <source>%1 is erased.</source>
        <translation>%1 ist gelöscht.</translation>
    </message>
    <message>
        <source>Each system was asked again and has no record of them.</source>
        <translation>Jedes System wurde noch einmal gefragt und hat keinen Datensatz mehr.</translation>
    </message>
    <message>
        <source>Something is left in a system.</source>
        <translation>In einem System ist noch etwas vorhanden.</translation>
    </message>
    <message>
        <source>Mend what stands beside it, then erase it there. It does not come in again.</source>
        <translation>Beheben, was daneben steht, dann dort löschen. Es kommt nicht wieder herein.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PersonModel</name>
    <message>
        <source>Known</source>
        <translation>Bekannt</translation>
    </message>
    <message>
        <source>Known; only %1 itself can delete it</source>
        <translation>Bekannt; nur %1 selbst kann es löschen</translation>
    </message>
    <message>
        <source>Erased</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Gone: %1 was asked again</source>
        <translation>Fort: %1 wurde noch einmal gefragt</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>Dieser Arbeitsbereich</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PreviewDetailPane</name>
    <message>
        <source>Open record</source>
        <translation>Datensatz öffnen</translation>
    </message>
    <message>
        <source>See the request</source>
        <translation>Die Anfrage sehen</translation>
    </message>
    <message>
        <source>Fields of the chosen write</source>
        <translation>Felder des gewählten Schreibvorgangs</translation>
    </message>
    <message>
        <source>What would be sent</source>
        <translation>Was gesendet würde</translation>
    </message>
    <message>
        <source>See the fields</source>
        <translation>Die Felder sehen</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>Keine Zeile ist gewählt</translation>
    </message>
    <message>
        <source>Choose one to see every field</source>
        <translation>Eine wählen, um jedes Feld zu sehen</translation>
    </message>
    <message>
        <source>new there</source>
        <translation>neu dort</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PreviewModel</name>
    <message>
        <source>No field changes</source>
        <translation>Kein Feld ändert sich</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Update</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Verknüpfung lösen</translation>
    </message>
    <message>
        <source>Reversed</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>Verknüpfen</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Taken out by you</source>
        <translation>Von Ihnen herausgenommen</translation>
    </message>
    <message>
        <source>Changed since the preview</source>
        <translation>Seit der Vorschau geändert</translation>
    </message>
    <message>
        <source>…</source>
        <translation>…</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Now → after undo</source>
        <translation>Jetzt → nach dem Rückgängigmachen</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>Vorher → nachher</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PreviewPage</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Recompute</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>What becomes of the writes</source>
        <translation>Was aus den Schreibvorgängen wird</translation>
    </message>
    <message>
        <source>Writes by system, entity and kind</source>
        <translation>Schreibvorgänge nach System, Datensatzart und Vorgang</translation>
    </message>
    <message>
        <source>Find a name, field or value</source>
        <translation>Namen, Feld oder Wert suchen</translation>
    </message>
    <message>
        <source>Writes</source>
        <translation>Schreibvorgänge</translation>
    </message>
    <message>
        <source>Close without undoing</source>
        <translation>Schließen, ohne rückgängig zu machen</translation>
    </message>
    <message>
        <source>Close without writing</source>
        <translation>Schließen, ohne zu schreiben</translation>
    </message>
    <message>
        <source>less than a minute</source>
        <translation>weniger als eine Minute</translation>
    </message>
    <message>
        <source>about %1 min</source>
        <translation>etwa %1 min</translation>
    </message>
    <message>
        <source>&lt;p&gt;&lt;b&gt;Kept&lt;/b&gt; means: somebody changed the value after the run, so it is theirs now.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Not possible&lt;/b&gt; says why, and what you can do instead.&lt;/p&gt;</source>
        <translation>&lt;p&gt;&lt;b&gt;Behalten&lt;/b&gt; heißt: jemand hat den Wert nach dem Lauf geändert, also gehört er jetzt ihm.&lt;/p&gt;&lt;p&gt;&lt;b&gt;Nicht möglich&lt;/b&gt; sagt, warum, und was stattdessen geht.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Changes in the hub</source>
        <translation>Änderungen im Hub</translation>
    </message>
    <message>
        <source>Already equal</source>
        <translation>Schon gleich</translation>
    </message>
    <message>
        <source>Left out by a rule</source>
        <translation>Durch eine Regel ausgelassen</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Im Konflikt</translation>
    </message>
    <message>
        <source>Held for you</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Failed to read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>An undo is a run: it has a report and can be undone itself.</source>
        <translation>Rückgängigmachen ist ein Lauf: er hat einen Bericht und lässt sich selbst rückgängig machen.</translation>
    </message>
    <message>
        <source>An undo is a run: it has a report and can be undone itself. It takes %1.</source>
        <translation>Rückgängigmachen ist ein Lauf: er hat einen Bericht und lässt sich selbst rückgängig machen. Er dauert %1.</translation>
    </message>
    <message>
        <source>Take back %1 in %2</source>
        <translation>%1 in %2 zurücknehmen</translation>
    </message>
    <message>
        <source>1 write</source>
        <translation>1 Schreibvorgang</translation>
    </message>
    <message>
        <source>%1 writes</source>
        <translation>%1 Schreibvorgänge</translation>
    </message>
    <message>
        <source>1 system</source>
        <translation>1 System</translation>
    </message>
    <message>
        <source>%1 systems</source>
        <translation>%1 Systemen</translation>
    </message>
    <message>
        <source>%1 of %2 writes</source>
        <translation>%1 von %2 Schreibvorgängen</translation>
    </message>
    <message>
        <source>All can be undone.</source>
        <translation>Alle lassen sich rückgängig machen.</translation>
    </message>
    <message>
        <source>%1 can be undone, %2 cannot: what is deleted there does not get its old number back, and only a person loosens consent.</source>
        <translation>%1 lassen sich rückgängig machen, %2 nicht: was dort gelöscht wird, bekommt seine alte Nummer nicht zurück, und nur eine Person lockert eine Einwilligung.</translation>
    </message>
    <message>
        <source>Write %1 to %2</source>
        <translation>%1 nach %2 schreiben</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Datensatz</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Datensätze</translation>
    </message>
    <message>
        <source>Write %1 all the same</source>
        <translation>%1 trotzdem schreiben</translation>
    </message>
    <message>
        <source>Write %1 first</source>
        <translation>Zuerst %1 schreiben</translation>
    </message>
    <message>
        <source>Back to the dashboard</source>
        <translation>Zurück zur Übersicht</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Undo the run of %1</source>
        <translation>Den Lauf von %1 rückgängig machen</translation>
    </message>
    <message>
        <source>Undo a run</source>
        <translation>Einen Lauf rückgängig machen</translation>
    </message>
    <message>
        <source>A run is going on.</source>
        <translation>Ein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>The preview can be computed after it.</source>
        <translation>Danach kann die Vorschau berechnet werden.</translation>
    </message>
    <message>
        <source>The preview was cancelled.</source>
        <translation>Die Vorschau wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Nothing was written.</source>
        <translation>Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>Compute it again</source>
        <translation>Neu berechnen</translation>
    </message>
    <message>
        <source>computed %1, nothing sent yet</source>
        <translation>berechnet %1, noch nichts gesendet</translation>
    </message>
    <message>
        <source>computed %1, carried out</source>
        <translation>berechnet %1, ausgeführt</translation>
    </message>
    <message>
        <source>Nothing to take back</source>
        <translation>Nichts zurückzunehmen</translation>
    </message>
    <message>
        <source>The run wrote nothing, or it is taken back already.</source>
        <translation>Der Lauf hat nichts geschrieben, oder er ist schon zurückgenommen.</translation>
    </message>
    <message>
        <source>This preview was carried out</source>
        <translation>Diese Vorschau wurde ausgeführt</translation>
    </message>
    <message>
        <source>What it came to stands in the run&apos;s report.</source>
        <translation>Was daraus wurde, steht im Bericht des Laufs.</translation>
    </message>
    <message>
        <source>Nothing to write</source>
        <translation>Nichts zu schreiben</translation>
    </message>
    <message>
        <source>%1 records already agree. %2 are left out by a rule.</source>
        <translation>%1 Datensätze stimmen schon überein. %2 sind durch eine Regel ausgelassen.</translation>
    </message>
    <message>
        <source>That looks like a mapping mistake or an import. Nothing was written.</source>
        <translation>Das sieht nach einem Versehen in der Zuordnung oder einem Import aus. Nichts wurde geschrieben.</translation>
    </message>
    <message>
        <source>1 record changed since this preview.</source>
        <translation>1 Datensatz hat sich seit dieser Vorschau geändert.</translation>
    </message>
    <message>
        <source>%1 records changed since this preview.</source>
        <translation>%1 Datensätze haben sich seit dieser Vorschau geändert.</translation>
    </message>
    <message>
        <source>They are not written before they are looked at again.</source>
        <translation>Sie werden nicht geschrieben, bevor sie noch einmal angesehen sind.</translation>
    </message>
    <message>
        <source>It takes no part; the others go on.</source>
        <translation>Es nimmt nicht teil; die anderen machen weiter.</translation>
    </message>
    <message>
        <source>All systems</source>
        <translation>Alle Systeme</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 write was taken back.</source>
        <translation>1 Schreibvorgang wurde zurückgenommen.</translation>
    </message>
    <message>
        <source>%1 writes were taken back.</source>
        <translation>%1 Schreibvorgänge wurden zurückgenommen.</translation>
    </message>
    <message>
        <source>1 record was written.</source>
        <translation>1 Datensatz wurde geschrieben.</translation>
    </message>
    <message>
        <source>%1 records were written.</source>
        <translation>%1 Datensätze wurden geschrieben.</translation>
    </message>
    <message>
        <source>%1 failed. The rest is below.</source>
        <translation>%1 sind gescheitert. Der Rest steht unten.</translation>
    </message>
    <message>
        <source>None failed. The rest is below.</source>
        <translation>Keiner ist gescheitert. Der Rest steht unten.</translation>
    </message>
    <message>
        <source>There is nothing to write.</source>
        <translation>Es gibt nichts zu schreiben.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::PreviewTree</name>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>All writes</source>
        <translation>Alle Schreibvorgänge</translation>
    </message>
    <message>
        <source>Will be reversed</source>
        <translation>Wird rückgängig</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Not possible</source>
        <translation>Nicht möglich</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ProblemList</name>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>Fold the problems</source>
        <translation>Die Probleme einklappen</translation>
    </message>
    <message>
        <source>Show the problems</source>
        <translation>Die Probleme zeigen</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>Problem</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ProviderHelp</name>
    <message>
        <source>Client ID</source>
        <translation>Client-ID</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>User name</source>
        <translation>Benutzername</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>The address you open in the browser, such as https://mautic.example.com</source>
        <translation>Die Adresse, die Sie im Browser öffnen, etwa https://mautic.example.com</translation>
    </message>
    <message>
        <source>Client credentials</source>
        <translation>Client-Zugangsdaten</translation>
    </message>
    <message>
        <source>In Mautic, open the settings (the wheel at the top right), then Configuration, API Settings: API enabled is Yes.</source>
        <translation>In Mautic die Einstellungen öffnen (das Zahnrad oben rechts), dann Configuration, API Settings: API enabled steht auf Yes.</translation>
    </message>
    <message>
        <source>Open the settings again, then API Credentials, New.</source>
        <translation>Die Einstellungen noch einmal öffnen, dann API Credentials, New.</translation>
    </message>
    <message>
        <source>Choose OAuth 2, give it the name Syncline and any address of yours as redirect.</source>
        <translation>OAuth 2 wählen, den Namen Syncline geben und irgendeine eigene Adresse als Rückkehradresse.</translation>
    </message>
    <message>
        <source>Save, and copy the public key (client ID) and the secret key (client secret).</source>
        <translation>Speichern, und den öffentlichen Schlüssel (Client-ID) und den geheimen Schlüssel (Client-Geheimnis) kopieren.</translation>
    </message>
    <message>
        <source>Paste both here.</source>
        <translation>Beide hier einfügen.</translation>
    </message>
    <message>
        <source>User and password</source>
        <translation>Benutzer und Passwort</translation>
    </message>
    <message>
        <source>In Mautic, open Configuration, API Settings: API enabled and HTTP basic auth are Yes.</source>
        <translation>In Mautic Configuration, API Settings öffnen: API enabled und HTTP basic auth stehen auf Yes.</translation>
    </message>
    <message>
        <source>Take a user of its own for the sync, with a role that may see and change contacts and companies.</source>
        <translation>Für den Abgleich einen eigenen Benutzer nehmen, mit einer Rolle, die Kontakte und Firmen sehen und ändern darf.</translation>
    </message>
    <message>
        <source>Type its name and password here.</source>
        <translation>Seinen Namen und sein Passwort hier eingeben.</translation>
    </message>
    <message>
        <source>No settings wheel? Ask the person who runs Mautic for you.</source>
        <translation>Kein Zahnrad? Fragen Sie, wer Mautic für Sie betreibt.</translation>
    </message>
    <message>
        <source>Please switch on the API of our Mautic and make an OAuth 2 client named Syncline (settings, API Credentials). I need its public key and its secret key.</source>
        <translation>Bitte schalten Sie die API unseres Mautic ein und legen Sie einen OAuth-2-Client namens Syncline an (Einstellungen, API Credentials). Ich brauche seinen öffentlichen und seinen geheimen Schlüssel.</translation>
    </message>
    <message>
        <source>The address you open in the browser; the part behind it is found for you.</source>
        <translation>Die Adresse, die Sie im Browser öffnen; der Teil dahinter wird für Sie gefunden.</translation>
    </message>
    <message>
        <source>In SuiteCRM, open Admin, then OAuth2 Clients and Tokens.</source>
        <translation>In SuiteCRM Admin öffnen, dann OAuth2 Clients and Tokens.</translation>
    </message>
    <message>
        <source>Choose New Client Credentials Client and give it the name Syncline.</source>
        <translation>New Client Credentials Client wählen und den Namen Syncline geben.</translation>
    </message>
    <message>
        <source>Pick a user who may read and change contacts and accounts.</source>
        <translation>Einen Benutzer auswählen, der Kontakte und Firmen lesen und ändern darf.</translation>
    </message>
    <message>
        <source>Type a secret, save, and copy the ID from the page that opens. The secret is shown only once.</source>
        <translation>Ein Geheimnis eingeben, speichern, und die ID von der Seite kopieren, die sich öffnet. Das Geheimnis wird nur einmal gezeigt.</translation>
    </message>
    <message>
        <source>Choose New Password Client and give it the name Syncline.</source>
        <translation>New Password Client wählen und den Namen Syncline geben.</translation>
    </message>
    <message>
        <source>Type a secret, save, and copy the ID from the page that opens.</source>
        <translation>Ein Geheimnis eingeben, speichern, und die ID von der Seite kopieren, die sich öffnet.</translation>
    </message>
    <message>
        <source>Paste both here, with the name and password of the user that the sync works as.</source>
        <translation>Beide hier einfügen, mit Namen und Passwort des Benutzers, als der der Abgleich arbeitet.</translation>
    </message>
    <message>
        <source>No Admin menu? Ask the person who runs SuiteCRM for you.</source>
        <translation>Kein Menü Admin? Fragen Sie, wer SuiteCRM für Sie betreibt.</translation>
    </message>
    <message>
        <source>Please make an OAuth2 client named Syncline in our SuiteCRM (Admin, OAuth2 Clients and Tokens, New Client Credentials Client) for a user who may read and change contacts and accounts. I need its ID and secret.</source>
        <translation>Bitte legen Sie in unserem SuiteCRM einen OAuth2-Client namens Syncline an (Admin, OAuth2 Clients and Tokens, New Client Credentials Client), für einen Benutzer, der Kontakte und Firmen lesen und ändern darf. Ich brauche seine ID und sein Geheimnis.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Certificate</source>
        <translation>Zertifikat</translation>
    </message>
    <message>
        <source>Sign-in</source>
        <translation>Anmeldung</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>Berechtigungen</translation>
    </message>
    <message>
        <source>Record kinds</source>
        <translation>Datensatzarten</translation>
    </message>
    <message>
        <source>The API address of the account, such as https://example.api-us1.com</source>
        <translation>Die API-Adresse des Kontos, etwa https://example.api-us1.com</translation>
    </message>
    <message>
        <source>Key</source>
        <translation>Schlüssel</translation>
    </message>
    <message>
        <source>In ActiveCampaign, open Settings (the wheel at the bottom left), then Developer.</source>
        <translation>In ActiveCampaign die Einstellungen öffnen (das Zahnrad unten links), dann Entwickler.</translation>
    </message>
    <message>
        <source>Copy the address under API Access, and the key under it.</source>
        <translation>Die Adresse unter API-Zugang und den Schlüssel darunter kopieren.</translation>
    </message>
    <message>
        <source>The key acts as its user: take one who may read and change contacts and accounts.</source>
        <translation>Der Schlüssel handelt als sein Benutzer: einen nehmen, der Kontakte und Firmen lesen und ändern darf.</translation>
    </message>
    <message>
        <source>No Developer page? Ask the person who owns the ActiveCampaign account for you.</source>
        <translation>Keine Seite Entwickler? Fragen Sie die Person, der das ActiveCampaign-Konto gehört.</translation>
    </message>
    <message>
        <source>Please open Settings, Developer in our ActiveCampaign, signed in as a user who may read and change contacts and accounts. I need the API address and the key that stand there.</source>
        <translation>Bitte öffne in unserem ActiveCampaign Einstellungen, Entwickler, angemeldet als ein Benutzer, der Kontakte und Firmen lesen und ändern darf. Ich brauche die API-Adresse und den Schlüssel, die dort stehen.</translation>
    </message>
    <message>
        <source>Through the browser</source>
        <translation>Im Browser</translation>
    </message>
    <message>
        <source>Choose OAuth 2, give it the name Syncline and the redirect address that stands below.</source>
        <translation>OAuth 2 wählen, als Namen Syncline und als Weiterleitung die Adresse angeben, die unten steht.</translation>
    </message>
    <message>
        <source>Save, and paste the public key (client ID) and the secret key (client secret) here.</source>
        <translation>Speichern und den öffentlichen Schlüssel (Client-ID) und den geheimen Schlüssel (Client-Secret) hier einfügen.</translation>
    </message>
    <message>
        <source>Choose Sign in, and allow access in the browser.</source>
        <translation>„Anmelden“ wählen und den Zugriff im Browser erlauben.</translation>
    </message>
    <message>
        <source>For every account: https://api.hubapi.com</source>
        <translation>Für jedes Konto: https://api.hubapi.com</translation>
    </message>
    <message>
        <source>Service key or private app</source>
        <translation>Service Key oder private App</translation>
    </message>
    <message>
        <source>In HubSpot, open Settings, then Development, Keys, Service keys, and choose Create.</source>
        <translation>In HubSpot die Einstellungen öffnen, dann Development, Keys, Service keys, und Create wählen.</translation>
    </message>
    <message>
        <source>Give it the scopes crm.objects.contacts, crm.objects.companies and crm.objects.deals, read and write, and crm.objects.owners and crm.schemas of the same three, read.</source>
        <translation>Ihm die Scopes crm.objects.contacts, crm.objects.companies und crm.objects.deals geben, read und write, und crm.objects.owners und crm.schemas derselben drei, read.</translation>
    </message>
    <message>
        <source>Copy the key. The token of a private app that you have already works as well.</source>
        <translation>Den Schlüssel kopieren. Das Token einer privaten App, die es schon gibt, geht auch.</translation>
    </message>
    <message>
        <source>Paste it here.</source>
        <translation>Ihn hier einfügen.</translation>
    </message>
    <message>
        <source>Through the browser, with an app of your own</source>
        <translation>Über den Browser, mit einer eigenen App</translation>
    </message>
    <message>
        <source>In HubSpot&apos;s developer projects, make an app with the same scopes.</source>
        <translation>In den Entwicklerprojekten von HubSpot eine App mit denselben Scopes anlegen.</translation>
    </message>
    <message>
        <source>Add http://localhost:17645/callback to its redirect addresses.</source>
        <translation>http://localhost:17645/callback zu ihren Umleitungsadressen hinzufügen.</translation>
    </message>
    <message>
        <source>Copy client ID and client secret from its Auth page, and paste both here.</source>
        <translation>Client-ID und Client-Geheimnis von ihrer Seite Auth kopieren, und beide hier einfügen.</translation>
    </message>
    <message>
        <source>No Development menu? Ask a super admin of your HubSpot account.</source>
        <translation>Kein Menü Development? Einen Super-Admin des HubSpot-Kontos fragen.</translation>
    </message>
    <message>
        <source>Please make a service key named Syncline in our HubSpot (Settings, Development, Keys, Service keys) with the scopes crm.objects.contacts, crm.objects.companies and crm.objects.deals (read and write) and crm.objects.owners and crm.schemas of the same three (read). I need the key.</source>
        <translation>In unserem HubSpot wird ein Service Key namens Syncline gebraucht (Einstellungen, Development, Keys, Service keys) mit den Scopes crm.objects.contacts, crm.objects.companies und crm.objects.deals (read und write) und crm.objects.owners und crm.schemas derselben drei (read). Ich brauche den Schlüssel.</translation>
    </message>
    <message>
        <source>Your own Salesforce&apos;s, such as https://example.my.salesforce.com (Setup, My Domain)</source>
        <translation>Die des eigenen Salesforce, etwa https://example.my.salesforce.com (Setup, My Domain)</translation>
    </message>
    <message>
        <source>In Salesforce, open Setup, then External Client App Manager, New External Client App.</source>
        <translation>In Salesforce Setup öffnen, dann External Client App Manager, New External Client App.</translation>
    </message>
    <message>
        <source>Enable OAuth with the scopes api and refresh_token, and http://localhost:17645/callback as callback address.</source>
        <translation>OAuth mit den Bereichen api und refresh_token einschalten, und http://localhost:17645/callback als Callback-Adresse.</translation>
    </message>
    <message>
        <source>Require PKCE, and no secret for the web server and refresh token flows.</source>
        <translation>PKCE verlangen, und für die Abläufe „Web Server“ und „Refresh Token“ kein Geheimnis.</translation>
    </message>
    <message>
        <source>Let the users who sync use the app (Policies), copy its consumer key, and paste it here.</source>
        <translation>Die Benutzer, die abgleichen, die App verwenden lassen (Policies), ihren Consumer Key kopieren und hier einfügen.</translation>
    </message>
    <message>
        <source>Key of an app, without a person</source>
        <translation>Schlüssel einer App, ohne Person</translation>
    </message>
    <message>
        <source>Enable the client credentials flow, and choose the user that the sync works as.</source>
        <translation>Den Ablauf „Client Credentials“ einschalten und den Benutzer wählen, als der der Abgleich arbeitet.</translation>
    </message>
    <message>
        <source>Copy consumer key (client ID) and consumer secret (client secret), and paste both here.</source>
        <translation>Consumer Key (Client-ID) und Consumer Secret (Client-Geheimnis) kopieren und beide hier einfügen.</translation>
    </message>
    <message>
        <source>No Setup menu? Ask the administrator of your Salesforce.</source>
        <translation>Kein Menü Setup? Bitte fragen Sie die Administration Ihres Salesforce.</translation>
    </message>
    <message>
        <source>Please make an External Client App named Syncline in our Salesforce (Setup, External Client App Manager) with the scopes api and refresh_token, the callback address http://localhost:17645/callback, PKCE and no secret, and let me use it. I need its consumer key and our My Domain address.</source>
        <translation>Bitte lege in unserem Salesforce (Setup, External Client App Manager) eine External Client App namens Syncline an, mit den Bereichen api und refresh_token, der Callback-Adresse http://localhost:17645/callback, PKCE und ohne Geheimnis, und lass mich sie verwenden. Ich brauche ihren Consumer Key und unsere My-Domain-Adresse.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RealRecords</name>
    <message>
        <source>Show other 10</source>
        <translation>10 andere zeigen</translation>
    </message>
    <message>
        <source>To the CRM</source>
        <translation>Zum CRM</translation>
    </message>
    <message>
        <source>To hub</source>
        <translation>Zum Hub</translation>
    </message>
    <message>
        <source>On real records</source>
        <translation>An echten Datensätzen</translation>
    </message>
    <message>
        <source>To %1</source>
        <translation>Zu %1</translation>
    </message>
    <message>
        <source>This field is only pulled.</source>
        <translation>Dieses Feld wird nur gelesen.</translation>
    </message>
    <message>
        <source>This field is only pushed.</source>
        <translation>Dieses Feld wird nur gesendet.</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>There are no records to try this on yet.</source>
        <translation>Noch gibt es keine Datensätze, um das zu probieren.</translation>
    </message>
    <message numerus="yes">
        <source>All %n fit</source>
        <translation>
            <numerusform>%n passt</numerusform>
            <numerusform>Alle %n passen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 fit, %n do(es) not</source>
        <translation>
            <numerusform>%1 von %2 passen, %n nicht</numerusform>
            <numerusform>%1 von %2 passen, %n nicht</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>syncline::ui::RealRecordsModel</name>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>does not fit: %1</source>
        <translation>passt nicht: %1</translation>
    </message>
    <message>
        <source>fits</source>
        <translation>passt</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RecentCard</name>
    <message>
        <source>Last operations</source>
        <translation>Letzte Vorgänge</translation>
    </message>
    <message>
        <source>All activity</source>
        <translation>Ganzes Protokoll</translation>
    </message>
    <message>
        <source>Nothing was written yet.</source>
        <translation>Noch wurde nichts geschrieben.</translation>
    </message>
    <message>
        <source>hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>%1, %2, %3, %4</source>
        <translation>%1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RecipeDialog</name>
    <message>
        <source>A recipe for your business</source>
        <translation>Ein Rezept für Ihr Geschäft</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RecipeModel</name>
    <message>
        <source>New field</source>
        <translation>Neues Feld</translation>
    </message>
    <message>
        <source>this workspace</source>
        <translation>dieser Arbeitsbereich</translation>
    </message>
    <message>
        <source>New mapping line</source>
        <translation>Neue Zuordnung</translation>
    </message>
    <message>
        <source>No field fits</source>
        <translation>Kein Feld passt</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>Nicht gefragt</translation>
    </message>
    <message>
        <source>Mapped already</source>
        <translation>Schon zugeordnet</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RecipePanel</name>
    <message>
        <source>Apply the recipe</source>
        <translation>Rezept anwenden</translation>
    </message>
    <message>
        <source>What the recipe would add</source>
        <translation>Was das Rezept hinzufügen würde</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Looking at the fields of your systems…</source>
        <translation>Die Felder Ihrer Systeme werden angesehen …</translation>
    </message>
    <message>
        <source>%1 new fields here, %2 new mapping lines, %3 without a field that fits. Nothing that is mapped is changed.</source>
        <translation>%1 neue Felder hier, %2 neue Zuordnungen, %3 ohne passendes Feld. Was zugeordnet ist, bleibt, wie es ist.</translation>
    </message>
    <message>
        <source>Applying…</source>
        <translation>Wird angewendet …</translation>
    </message>
    <message>
        <source>%1 is applied.</source>
        <translation>%1 ist angewendet.</translation>
    </message>
    <message>
        <source>Its events may come in from now on; the view Schedules says from whom.</source>
        <translation>Seine Ereignisse dürfen von nun an kommen; die Ansicht Zeitpläne sagt, von wem.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RecordView</name>
    <message>
        <source>Decide…</source>
        <translation>Entscheiden…</translation>
    </message>
    <message>
        <source>Sync this record now</source>
        <translation>Diesen Datensatz jetzt abgleichen</translation>
    </message>
    <message>
        <source>Only differences</source>
        <translation>Nur Unterschiede</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Linked with</source>
        <translation>Verknüpft mit</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>1 conflict</source>
        <translation>1 Konflikt</translation>
    </message>
    <message>
        <source>%1 conflicts</source>
        <translation>%1 Konflikte</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>linked</source>
        <translation>verknüpft</translation>
    </message>
    <message>
        <source>gone there</source>
        <translation>dort weg</translation>
    </message>
    <message>
        <source>not linked any more</source>
        <translation>nicht mehr verknüpft</translation>
    </message>
    <message>
        <source>merged there</source>
        <translation>dort zusammengeführt</translation>
    </message>
    <message>
        <source>deleted there</source>
        <translation>dort gelöscht</translation>
    </message>
    <message>
        <source>No. %1, %2</source>
        <translation>Nr. %1, %2</translation>
    </message>
    <message>
        <source>Stands here only; the next run brings it to the systems.</source>
        <translation>Steht nur hier; der nächste Lauf bringt ihn in die Systeme.</translation>
    </message>
    <message>
        <source>Why is “%1” like this?</source>
        <translation>Warum ist „%1“ so?</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation>Ein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>This record can be synced when it has ended.</source>
        <translation>Dieser Datensatz kann abgeglichen werden, wenn er beendet ist.</translation>
    </message>
    <message>
        <source>Personal data…</source>
        <translation>Personendaten …</translation>
    </message>
    <message>
        <source>Everything that is known of this person, as a file or to be erased everywhere</source>
        <translation>Alles, was über diese Person bekannt ist, als Datei oder um es überall zu löschen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RecordsModel</name>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>Domain</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>Firma</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>Phase</translation>
    </message>
    <message>
        <source>In</source>
        <translation>In</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RecordsView</name>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>Sync these now</source>
        <translation>Diese jetzt abgleichen</translation>
    </message>
    <message>
        <source>Name, e-mail, phone or any value</source>
        <translation>Name, E-Mail, Telefon oder irgendein Wert</translation>
    </message>
    <message>
        <source>Find records</source>
        <translation>Datensätze suchen</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>State: any</source>
        <translation>Zustand: alle</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>System: any</source>
        <translation>System: alle</translation>
    </message>
    <message>
        <source>Opens the record (Enter)</source>
        <translation>Öffnet den Datensatz (Enter)</translation>
    </message>
    <message>
        <source>Reads, compares and writes the chosen records only</source>
        <translation>Liest, vergleicht und schreibt nur die gewählten Datensätze</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>No records yet</source>
        <translation>Noch keine Datensätze</translation>
    </message>
    <message>
        <source>Records appear after the first run.</source>
        <translation>Datensätze erscheinen nach dem ersten Lauf.</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
    <message>
        <source>The filter hides all records.</source>
        <translation>Der Filter verbirgt alle Datensätze.</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Filter aufheben</translation>
    </message>
    <message>
        <source>No record fits this filter</source>
        <translation>Kein Datensatz passt zu diesem Filter</translation>
    </message>
    <message>
        <source>None chosen</source>
        <translation>Keiner gewählt</translation>
    </message>
    <message>
        <source>%1 chosen</source>
        <translation>%1 gewählt</translation>
    </message>
    <message>
        <source>Sync this record now</source>
        <translation>Diesen Datensatz jetzt abgleichen</translation>
    </message>
    <message>
        <source>Rows %1 to %2 of %3</source>
        <translation>Zeilen %1 bis %2 von %3</translation>
    </message>
    <message>
        <source>A run is under way.</source>
        <translation>Ein Lauf ist im Gange.</translation>
    </message>
    <message>
        <source>These records can be synced when it has ended.</source>
        <translation>Diese Datensätze können abgeglichen werden, wenn er beendet ist.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>New company…</source>
        <translation>Neue Firma…</translation>
    </message>
    <message>
        <source>New contact…</source>
        <translation>Neuer Kontakt…</translation>
    </message>
    <message>
        <source>Export records</source>
        <translation>Datensätze exportieren</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>Kommagetrennte Werte (*.csv)</translation>
    </message>
    <message>
        <source>%1 are in %2.</source>
        <translation>%1 stehen in %2.</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
    <message>
        <source>Writes what the table shows to a file for spreadsheets</source>
        <translation>Schreibt, was die Tabelle zeigt, in eine Datei für Tabellenprogramme</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>Noch nichts gefunden</translation>
    </message>
    <message>
        <source>The records are still being made findable.</source>
        <translation>Die Datensätze werden noch auffindbar gemacht.</translation>
    </message>
    <message>
        <source>%1; sorted and found so far: %2</source>
        <translation>%1; bisher sortiert und auffindbar: %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ReportErrors</name>
    <message>
        <source>new there</source>
        <translation>neu dort</translation>
    </message>
    <message>
        <source>%1 (“%2”)</source>
        <translation>%1 („%2“)</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschehen ist</translation>
    </message>
    <message>
        <source>What cures it</source>
        <translation>Was hilft</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ReportLines</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Looked at</source>
        <translation>Angesehen</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Equal</source>
        <translation>Gleich</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>In conflict</source>
        <translation>Im Konflikt</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ReportView</name>
    <message>
        <source>Run of %1</source>
        <translation>Lauf von %1</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Its operations</source>
        <translation>Seine Vorgänge</translation>
    </message>
    <message>
        <source>Undo this run…</source>
        <translation>Diesen Lauf rückgängig machen…</translation>
    </message>
    <message>
        <source>Numbers by system and kind</source>
        <translation>Zahlen nach System und Art</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Was schiefging</translation>
    </message>
    <message>
        <source>Nothing went wrong</source>
        <translation>Nichts ging schief</translation>
    </message>
    <message>
        <source>Every record was read and written as planned.</source>
        <translation>Jeder Datensatz wurde wie geplant gelesen und geschrieben.</translation>
    </message>
    <message>
        <source>%1, by %2</source>
        <translation>%1, durch %2</translation>
    </message>
    <message>
        <source>What was written until it was cancelled stays.</source>
        <translation>Was bis zum Abbruch geschrieben wurde, bleibt.</translation>
    </message>
    <message>
        <source>Problems</source>
        <translation>Probleme</translation>
    </message>
    <message>
        <source>1 problem</source>
        <translation>1 Problem</translation>
    </message>
    <message>
        <source>%1 problems</source>
        <translation>%1 Probleme</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ReviewView</name>
    <message>
        <source>Review</source>
        <translation>Klärung</translation>
    </message>
    <message>
        <source>Undo last</source>
        <translation>Letzte rückgängig</translation>
    </message>
    <message>
        <source>What waits</source>
        <translation>Was wartet</translation>
    </message>
    <message>
        <source>Takes the last decision back (Ctrl+Z)</source>
        <translation>Nimmt die letzte Entscheidung zurück (Strg+Z)</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Possible duplicates</source>
        <translation>Mögliche Dubletten</translation>
    </message>
    <message>
        <source>Held deletes</source>
        <translation>Zurückgehaltene Löschungen</translation>
    </message>
    <message>
        <source>Held records</source>
        <translation>Zurückgehaltene Datensätze</translation>
    </message>
    <message>
        <source>Decided today</source>
        <translation>Heute entschieden</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>1 waits for you; everything else goes on</source>
        <translation>1 wartet auf Sie; alles andere geht weiter</translation>
    </message>
    <message>
        <source>%1 wait for you; everything else goes on</source>
        <translation>%1 warten auf Sie; alles andere geht weiter</translation>
    </message>
    <message>
        <source>%1 decided, sent with the next run</source>
        <translation>%1 entschieden, mit dem nächsten Lauf gesendet</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Roles</name>
    <message>
        <source>viewer</source>
        <translation>Betrachter</translation>
    </message>
    <message>
        <source>operator</source>
        <translation>Bediener</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>Verwalter</translation>
    </message>
    <message>
        <source>You see everything and change nothing.</source>
        <translation>Sie sehen alles und ändern nichts.</translation>
    </message>
    <message>
        <source>You start runs and decide what waits; systems and mappings are changed by others.</source>
        <translation>Sie starten Läufe und entscheiden, was wartet; Systeme und Zuordnungen ändern andere.</translation>
    </message>
    <message>
        <source>You may change everything in this workspace.</source>
        <translation>Sie dürfen in diesem Arbeitsbereich alles ändern.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RulesPane</name>
    <message>
        <source>When two sides changed the same field, the case waits in Review.</source>
        <translation>Wenn zwei Seiten dasselbe Feld geändert haben, wartet der Fall in der Klärung.</translation>
    </message>
    <message>
        <source>When two sides changed the same field, the newer record wins. The other value is kept in the history.</source>
        <translation>Wenn zwei Seiten dasselbe Feld geändert haben, gewinnt der neuere Datensatz. Der andere Wert bleibt im Verlauf.</translation>
    </message>
    <message>
        <source>When two sides changed the same field, the newer value of that field wins.</source>
        <translation>Wenn zwei Seiten dasselbe Feld geändert haben, gewinnt der neuere Wert dieses Feldes.</translation>
    </message>
    <message>
        <source>The primary system&apos;s value wins over every other one.</source>
        <translation>Der Wert des führenden Systems gewinnt über jeden anderen.</translation>
    </message>
    <message>
        <source>The other systems&apos; value wins where they agree.</source>
        <translation>Der Wert der anderen Systeme gewinnt, wo sie übereinstimmen.</translation>
    </message>
    <message>
        <source>What was deleted in one system waits in Review until you decide.</source>
        <translation>Was in einem System gelöscht wurde, wartet in der Klärung, bis Sie entscheiden.</translation>
    </message>
    <message>
        <source>What was deleted in one system stays in all others.</source>
        <translation>Was in einem System gelöscht wurde, bleibt in allen anderen.</translation>
    </message>
    <message>
        <source>The link to the deleted record goes; it comes back only by hand.</source>
        <translation>Die Verknüpfung mit dem gelöschten Datensatz fällt weg; sie kommt nur von Hand wieder.</translation>
    </message>
    <message>
        <source>The record is archived here and stays as it is everywhere.</source>
        <translation>Der Datensatz wird hier archiviert und bleibt überall, wie er ist.</translation>
    </message>
    <message>
        <source>What was surely deleted in one system is deleted in the others, too.</source>
        <translation>Was in einem System sicher gelöscht wurde, wird auch in den anderen gelöscht.</translation>
    </message>
    <message>
        <source>Ask me</source>
        <translation>Mich fragen</translation>
    </message>
    <message>
        <source>The newer change wins</source>
        <translation>Die neuere Änderung gewinnt</translation>
    </message>
    <message>
        <source>The newer change wins, by field</source>
        <translation>Die neuere Änderung gewinnt, je Feld</translation>
    </message>
    <message>
        <source>The primary system wins</source>
        <translation>Das führende System gewinnt</translation>
    </message>
    <message>
        <source>The other systems win</source>
        <translation>Die anderen Systeme gewinnen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Unlink</source>
        <translation>Verknüpfung lösen</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>Archivieren</translation>
    </message>
    <message>
        <source>Delete there too</source>
        <translation>Auch dort löschen</translation>
    </message>
    <message>
        <source>Keep these records the same</source>
        <translation>Diese Datensätze gleich halten</translation>
    </message>
    <message>
        <source>Take part</source>
        <translation>Teilnehmen</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Conflicts</source>
        <translation>Konflikte</translation>
    </message>
    <message>
        <source>Deletes</source>
        <translation>Löschungen</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Direction of all fields</source>
        <translation>Richtung aller Felder</translation>
    </message>
    <message>
        <source>Records are the same if they have the same</source>
        <translation>Datensätze sind dieselben, wenn gleich ist</translation>
    </message>
    <message>
        <source>Or else the same</source>
        <translation>Oder sonst gleich ist</translation>
    </message>
    <message>
        <source>Which records take part</source>
        <translation>Welche Datensätze teilnehmen</translation>
    </message>
    <message>
        <source>When two sides changed the same field</source>
        <translation>Wenn zwei Seiten dasselbe Feld geändert haben</translation>
    </message>
    <message>
        <source>When a record was deleted</source>
        <translation>Wenn ein Datensatz gelöscht wurde</translation>
    </message>
    <message>
        <source>All records. For example: country = &quot;Norway&quot; and tags has &quot;vip&quot;</source>
        <translation>Alle Datensätze. Zum Beispiel: country = &quot;Norway&quot; and tags has &quot;vip&quot;</translation>
    </message>
    <message>
        <source>Both ways</source>
        <translation>Beide Richtungen</translation>
    </message>
    <message>
        <source>Only to the CRM</source>
        <translation>Nur zum CRM</translation>
    </message>
    <message>
        <source>Only to the hub</source>
        <translation>Nur zum Hub</translation>
    </message>
    <message>
        <source>Asked at the first meeting only. Linked records stay linked.</source>
        <translation>Wird nur bei der ersten Begegnung gefragt. Verknüpfte Datensätze bleiben verknüpft.</translation>
    </message>
    <message>
        <source>Rules for all fields</source>
        <translation>Regeln für alle Felder</translation>
    </message>
    <message>
        <source>Close the rules</source>
        <translation>Die Regeln schließen</translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>Nothing else</source>
        <translation>Nichts weiter</translation>
    </message>
    <message>
        <source>Nothing; each waits for you</source>
        <translation>Nichts; jeder wartet auf Sie</translation>
    </message>
    <message>
        <source>%1 (as usual)</source>
        <translation>%1 (wie üblich)</translation>
    </message>
    <message>
        <source>Match rules</source>
        <translation>Erkennungsregeln</translation>
    </message>
    <message>
        <source>%L1 of %L2 records take part</source>
        <translation>%L1 von %L2 Datensätzen nehmen teil</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RunBars</name>
    <message>
        <source>Duration of the last runs</source>
        <translation>Dauer der letzten Läufe</translation>
    </message>
    <message>
        <source>%1, %2 with problems, %3 on average</source>
        <translation>%1, %2 mit Problemen, %3 im Mittel</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>with problems</source>
        <translation>mit Problemen</translation>
    </message>
    <message>
        <source>%1: %2, %3 written, %4 failed, took %5</source>
        <translation>%1: %2, %3 geschrieben, %4 gescheitert, Dauer %5</translation>
    </message>
    <message>
        <source>Duration of the last runs: %1</source>
        <translation>Dauer der letzten Läufe: %1</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RunWords</name>
    <message>
        <source>%1 written in %2</source>
        <translation>%1 in %2 geschrieben</translation>
    </message>
    <message>
        <source>1 system</source>
        <translation>1 System</translation>
    </message>
    <message>
        <source>%1 systems</source>
        <translation>%1 Systemen</translation>
    </message>
    <message>
        <source>nothing to write</source>
        <translation>nichts zu schreiben</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 gescheitert</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>Dauer %1</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängigmachen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Stopped by the guard</source>
        <translation>Von der Schutzgrenze angehalten</translation>
    </message>
    <message>
        <source>Done, with problems</source>
        <translation>Erledigt, mit Problemen</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Erledigt</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Put off</source>
        <translation>Aufgeschoben</translation>
    </message>
    <message>
        <source>Answer lost</source>
        <translation>Antwort verloren</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Angelegt</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>Gelöscht</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>Archiviert</translation>
    </message>
    <message>
        <source>Unlinked</source>
        <translation>Verknüpfung gelöst</translation>
    </message>
    <message>
        <source>Updated</source>
        <translation>Geändert</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RunsModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Geschrieben</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>By</source>
        <translation>Durch</translation>
    </message>
</context>
<context>
    <name>syncline::ui::RunsPage</name>
    <message>
        <source>Report</source>
        <translation>Bericht</translation>
    </message>
    <message>
        <source>Undo this run…</source>
        <translation>Diesen Lauf rückgängig machen…</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>A run that was undone stays here; its undo is a run of its own.</source>
        <translation>Ein rückgängig gemachter Lauf bleibt hier; sein Rückgängigmachen ist ein eigener Lauf.</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>Noch kein Lauf</translation>
    </message>
    <message>
        <source>Runs appear when the first one has ended.</source>
        <translation>Läufe erscheinen, sobald der erste beendet ist.</translation>
    </message>
    <message>
        <source>It wrote nothing, or it still goes on.</source>
        <translation>Er hat nichts geschrieben, oder er läuft noch.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::SafetyCards</name>
    <message>
        <source>Before anything is written</source>
        <translation>Bevor etwas geschrieben wird</translation>
    </message>
    <message>
        <source>When two sides changed the same field</source>
        <translation>Wenn zwei Seiten dasselbe Feld geändert haben</translation>
    </message>
    <message>
        <source>When a record was deleted</source>
        <translation>Wenn ein Datensatz gelöscht wurde</translation>
    </message>
    <message>
        <source>Deletes that stop a run, in percent</source>
        <translation>Löschungen, die einen Lauf anhalten, in Prozent</translation>
    </message>
    <message>
        <source>Deletes that stop a run, in records</source>
        <translation>Löschungen, die einen Lauf anhalten, in Datensätzen</translation>
    </message>
    <message>
        <source>Show the preview before a run that I start</source>
        <translation>Vor einem Lauf, den ich starte, die Vorschau zeigen</translation>
    </message>
    <message>
        <source>Sync Now (F5) opens the preview; nothing is written before you say so there.</source>
        <translation>„Jetzt abgleichen“ (F5) öffnet die Vorschau; geschrieben wird erst, wenn es dort bestätigt ist.</translation>
    </message>
    <message>
        <source>Stop and ask when a run would change more than</source>
        <translation>Anhalten und fragen, wenn ein Lauf mehr ändern würde als</translation>
    </message>
    <message>
        <source>Counted for each kind of record, from 100 records on. The first run is not stopped.</source>
        <translation>Je Datensatzart gezählt, ab 100 Datensätzen. Der erste Lauf wird nicht angehalten.</translation>
    </message>
    <message>
        <source>% or</source>
        <translation>% oder</translation>
    </message>
    <message>
        <source>records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Hold deletes and clearings above</source>
        <translation>Löschungen und Leerungen zurückhalten ab</translation>
    </message>
    <message>
        <source>The smaller of the two counts, at least 10 records.</source>
        <translation>Die kleinere der beiden Zahlen gilt, mindestens 10 Datensätze.</translation>
    </message>
    <message>
        <source>When somebody withdraws consent</source>
        <translation>Wenn jemand die Einwilligung zurückzieht</translation>
    </message>
    <message>
        <source>The stricter answer always wins. Only a person can loosen it.</source>
        <translation>Die strengere Antwort gewinnt immer. Nur ein Mensch kann sie lockern.</translation>
    </message>
    <message>
        <source>Always on</source>
        <translation>Immer an</translation>
    </message>
    <message>
        <source>Conflicts of %1</source>
        <translation>Konflikte: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) have a rule of their own</source>
        <translation>
            <numerusform>%n Feld hat eine eigene Regel</numerusform>
            <numerusform>%n Felder haben eine eigene Regel</numerusform>
        </translation>
    </message>
    <message>
        <source>Deletes of %1</source>
        <translation>Löschungen: %1</translation>
    </message>
    <message>
        <source>Deleting elsewhere is never the default.</source>
        <translation>Anderswo zu löschen ist nie die Vorgabe.</translation>
    </message>
    <message>
        <source>Changes that stop a run, in percent of the records</source>
        <translation>Änderungen, die einen Lauf anhalten, in Prozent der Datensätze</translation>
    </message>
    <message>
        <source>% of the records</source>
        <translation>% der Datensätze</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ScheduleEditor</name>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>What is read</source>
        <translation>Was gelesen wird</translation>
    </message>
    <message>
        <source>What is written</source>
        <translation>Was geschrieben wird</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Zeitzone</translation>
    </message>
    <message>
        <source>When it runs</source>
        <translation>Wann er läuft</translation>
    </message>
    <message>
        <source>Minutes past the hour</source>
        <translation>Minuten nach der vollen Stunde</translation>
    </message>
    <message>
        <source>Time of day</source>
        <translation>Uhrzeit</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Own rule</source>
        <translation>Eigene Regel</translation>
    </message>
    <message>
        <source>No run between</source>
        <translation>Kein Lauf zwischen</translation>
    </message>
    <message>
        <source>15 min</source>
        <translation>15 Min</translation>
    </message>
    <message>
        <source>Every 15 minutes</source>
        <translation>Alle 15 Minuten</translation>
    </message>
    <message>
        <source>Hourly</source>
        <translation>Stündlich</translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message>
        <source>Daily</source>
        <translation>Täglich</translation>
    </message>
    <message>
        <source>Every day</source>
        <translation>Jeden Tag</translation>
    </message>
    <message>
        <source>Own</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>By a rule of your own</source>
        <translation>Nach einer eigenen Regel</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Was sich geändert hat</translation>
    </message>
    <message>
        <source>Everything, to compare</source>
        <translation>Alles, zum Vergleichen</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Only report what would be written</source>
        <translation>Nur melden, was geschrieben würde</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Reads</source>
        <translation>Liest</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>All systems</source>
        <translation>Alle Systeme</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ScheduleWords</name>
    <message>
        <source>Every 24 hours</source>
        <translation>Alle 24 Stunden</translation>
    </message>
    <message numerus="yes">
        <source>Every %n day(s)</source>
        <translation>
            <numerusform>Jeden Tag</numerusform>
            <numerusform>Alle %n Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>Every hour</source>
        <translation>Jede Stunde</translation>
    </message>
    <message numerus="yes">
        <source>Every %n hour(s)</source>
        <translation>
            <numerusform>Jede Stunde</numerusform>
            <numerusform>Alle %n Stunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Every %n minute(s)</source>
        <translation>
            <numerusform>Jede Minute</numerusform>
            <numerusform>Alle %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>By rule: %1</source>
        <translation>Nach Regel: %1</translation>
    </message>
    <message>
        <source>%1 at %2</source>
        <translation>%1 um %2</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Every hour, on the hour</source>
        <translation>Jede volle Stunde</translation>
    </message>
    <message>
        <source>Every hour, at %1 past</source>
        <translation>Jede Stunde, %1 Minuten nach</translation>
    </message>
    <message>
        <source>Every day at %1</source>
        <translation>Jeden Tag um %1</translation>
    </message>
    <message>
        <source>Complete comparison</source>
        <translation>Vollständiger Vergleich</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>%1, complete</source>
        <translation>%1, vollständig</translation>
    </message>
    <message>
        <source>%1, only reported</source>
        <translation>%1, nur gemeldet</translation>
    </message>
    <message>
        <source>All systems</source>
        <translation>Alle Systeme</translation>
    </message>
    <message>
        <source>A removed system</source>
        <translation>Ein entferntes System</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>System removed</source>
        <translation>System entfernt</translation>
    </message>
    <message numerus="yes">
        <source>Failed %n time(s)</source>
        <translation>
            <numerusform>%n Mal fehlgeschlagen</numerusform>
            <numerusform>%n Mal fehlgeschlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht gelaufen</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>Ausgelassen</translation>
    </message>
    <message>
        <source>Asks you</source>
        <translation>Fragt Sie</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Some failed</source>
        <translation>Teils fehlgeschlagen</translation>
    </message>
    <message>
        <source>Reported</source>
        <translation>Gemeldet</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Gut</translation>
    </message>
</context>
<context>
    <name>syncline::ui::SchedulesModel</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>Zwischen</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Nächster</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>Letzter</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
</context>
<context>
    <name>syncline::ui::SchedulesView</name>
    <message>
        <source>Nothing runs by the clock yet</source>
        <translation>Noch läuft nichts nach der Uhr</translation>
    </message>
    <message>
        <source>A schedule every 15 minutes or every hour keeps your systems in step without you.</source>
        <translation>Ein Zeitplan alle 15 Minuten oder jede Stunde hält Ihre Systeme ohne Sie im Gleichschritt.</translation>
    </message>
    <message>
        <source>New schedule</source>
        <translation>Neuer Zeitplan</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Pause everything</source>
        <translation>Alles anhalten</translation>
    </message>
    <message>
        <source>Runs by the clock</source>
        <translation>Läufe nach der Uhr</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
    <message>
        <source>The next 12 hours</source>
        <translation>Die nächsten 12 Stunden</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>everything is paused until %1</source>
        <translation>alles ist bis %1 angehalten</translation>
    </message>
    <message>
        <source>everything is paused</source>
        <translation>alles ist angehalten</translation>
    </message>
    <message>
        <source>%1 on, next at %2</source>
        <translation>%1 an, nächster um %2</translation>
    </message>
    <message>
        <source>none is on</source>
        <translation>keiner ist an</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>The new schedule is off until you switch it on.</source>
        <translation>Der neue Zeitplan ist aus, bis Sie ihn einschalten.</translation>
    </message>
    <message>
        <source>The schedule of %1 was removed.</source>
        <translation>Der Zeitplan von %1 wurde entfernt.</translation>
    </message>
    <message>
        <source>Saved: %1.</source>
        <translation>Gespeichert: %1.</translation>
    </message>
    <message>
        <source>The schedule is on.</source>
        <translation>Der Zeitplan ist an.</translation>
    </message>
    <message>
        <source>The schedule is off.</source>
        <translation>Der Zeitplan ist aus.</translation>
    </message>
    <message>
        <source>Nothing runs by itself until you go on.</source>
        <translation>Nichts läuft von selbst, bis Sie weitermachen.</translation>
    </message>
    <message>
        <source>Schedules run again.</source>
        <translation>Zeitpläne laufen wieder.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::SettingsView</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Like the desktop</source>
        <translation>Wie der Desktop</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>File of this workspace</source>
        <translation>Datei dieses Arbeitsbereichs</translation>
    </message>
    <message>
        <source>Your records, links and history are in it; keys never are. Copy it to keep a backup.</source>
        <translation>Ihre Datensätze, Verknüpfungen und ihr Verlauf stehen darin; Schlüssel nie. Kopieren, um eine Sicherung zu behalten.</translation>
    </message>
    <message>
        <source>saved as you change them</source>
        <translation>werden sofort gespeichert</translation>
    </message>
    <message>
        <source>Find a setting</source>
        <translation>Einstellung suchen</translation>
    </message>
    <message>
        <source>Safety</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Sections of the settings</source>
        <translation>Bereiche der Einstellungen</translation>
    </message>
    <message>
        <source>Safety in one minute</source>
        <translation>Sicherheit in einer Minute</translation>
    </message>
    <message>
        <source>Every write can be seen before it is sent. What can’t be taken back says so there.</source>
        <translation>Jeder Schreibvorgang ist vor dem Senden zu sehen. Was sich nicht zurücknehmen lässt, ist dort gekennzeichnet.</translation>
    </message>
    <message>
        <source>Nothing is deleted because a record is missing in one list. It takes proof or your word.</source>
        <translation>Nichts wird gelöscht, weil ein Datensatz in einer Liste fehlt. Es braucht einen Beleg oder Ihr Wort.</translation>
    </message>
    <message>
        <source>What is unclear waits for you. Everything else goes on.</source>
        <translation>Was unklar ist, wartet auf Sie. Alles andere geht weiter.</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Light or dark; the desktop&apos;s own choice, unless you take another.</source>
        <translation>Hell oder dunkel; wie der Desktop, sofern nichts anderes gewählt ist.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Words, dates and numbers; taken up when Syncline starts the next time.</source>
        <translation>Wörter, Daten und Zahlen; gilt ab dem nächsten Start von Syncline.</translation>
    </message>
    <message>
        <source>History and data</source>
        <translation>Verlauf und Daten</translation>
    </message>
    <message>
        <source>This workspace</source>
        <translation>Dieser Arbeitsbereich</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>From your account on this computer; it stands beside your runs and decisions.</source>
        <translation>Aus dem Konto auf diesem Computer; er steht neben Ihren Läufen und Entscheidungen.</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>No setting speaks of “%1”.</source>
        <translation>Keine Einstellung spricht von „%1“.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ShareRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Sidebar</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Search and commands (Ctrl+K)</source>
        <translation>Suche und Befehle (Strg+K)</translation>
    </message>
</context>
<context>
    <name>syncline::ui::StatusBar</name>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Progress of the run</source>
        <translation>Fortschritt des Laufs</translation>
    </message>
    <message>
        <source>Nothing runs</source>
        <translation>Nichts läuft</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Keychain unlocked</source>
        <translation>Schlüsselbund entsperrt</translation>
    </message>
    <message>
        <source>Keychain not available</source>
        <translation>Schlüsselbund nicht verfügbar</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>%1, %2 %</source>
        <translation>%1, %2 %</translation>
    </message>
    <message>
        <source>Next run: when you start it</source>
        <translation>Nächster Lauf: wenn Sie ihn starten</translation>
    </message>
    <message>
        <source>Nothing runs by the clock. Sync Now (F5) starts a run.</source>
        <translation>Nichts läuft nach der Uhr. „Jetzt abgleichen“ (F5) startet einen Lauf.</translation>
    </message>
    <message>
        <source>Who works here; the history names this person.</source>
        <translation>Wer hier arbeitet; der Verlauf nennt diese Person.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::SuggestionModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>taken</source>
        <translation>vergeben</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>In Syncline</source>
        <translation>In Syncline</translation>
    </message>
</context>
<context>
    <name>syncline::ui::TestSteps</name>
    <message>
        <source>Not tried yet</source>
        <translation>Noch nicht versucht</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>Wird gefragt…</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Times</name>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>%1 min ago</source>
        <translation>vor %1 min</translation>
    </message>
    <message>
        <source>%1 h ago</source>
        <translation>vor %1 h</translation>
    </message>
    <message>
        <source>under 1 s</source>
        <translation>unter 1 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>syncline::ui::TokenDialog</name>
    <message>
        <source>The token of %1</source>
        <translation>Das Token von %1</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Copy and close</source>
        <translation>Kopieren und schließen</translation>
    </message>
    <message>
        <source>Enter it in %1 now: it is not shown again. Events go to POST /events/KIND of syncline-cli serve, with the header &quot;Authorization: Bearer&quot; and this token.</source>
        <translation>Geben Sie es jetzt in %1 ein: Es wird nicht noch einmal gezeigt. Ereignisse gehen an POST /events/ART von syncline-cli serve, mit dem Kopf „Authorization: Bearer“ und diesem Token.</translation>
    </message>
</context>
<context>
    <name>syncline::ui::TransformForm</name>
    <message>
        <source>Change it</source>
        <translation>Umwandeln</translation>
    </message>
    <message>
        <source>Lookup table</source>
        <translation>Nachschlagetabelle</translation>
    </message>
    <message>
        <source>If none fits</source>
        <translation>Wenn keiner passt</translation>
    </message>
    <message>
        <source>The value</source>
        <translation>Der Wert</translation>
    </message>
    <message>
        <source>Text with fields in braces</source>
        <translation>Text mit Feldern in Klammern</translation>
    </message>
    <message>
        <source>Expression on the way to the CRM</source>
        <translation>Ausdruck auf dem Weg zum CRM</translation>
    </message>
    <message>
        <source>Expression on the way to the hub</source>
        <translation>Ausdruck auf dem Weg zum Hub</translation>
    </message>
    <message>
        <source>The way back, if there is one</source>
        <translation>Der Rückweg, wenn es einen gibt</translation>
    </message>
    <message>
        <source>Fields stand in braces: {first_name}. A text made of several fields cannot be read back.</source>
        <translation>Felder stehen in geschweiften Klammern: {first_name}. Ein Text aus mehreren Feldern kann nicht zurückgelesen werden.</translation>
    </message>
    <message>
        <source>JavaScript with “value” and “record”.</source>
        <translation>JavaScript mit „value“ und „record“.</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>Leave it as it is, report it</source>
        <translation>So lassen und melden</translation>
    </message>
    <message>
        <source>Write “%1”</source>
        <translation>„%1“ schreiben</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>Gar nicht</translation>
    </message>
    <message>
        <source>With a lookup table</source>
        <translation>Mit einer Nachschlagetabelle</translation>
    </message>
    <message>
        <source>Always the same value</source>
        <translation>Immer derselbe Wert</translation>
    </message>
    <message>
        <source>From several fields</source>
        <translation>Aus mehreren Feldern</translation>
    </message>
    <message>
        <source>With an expression</source>
        <translation>Mit einem Ausdruck</translation>
    </message>
    <message>
        <source>Without outer blanks</source>
        <translation>Ohne äußere Leerzeichen</translation>
    </message>
    <message>
        <source>In lower case</source>
        <translation>In Kleinbuchstaben</translation>
    </message>
    <message>
        <source>In upper case</source>
        <translation>In Großbuchstaben</translation>
    </message>
    <message>
        <source>As an international number</source>
        <translation>Als internationale Nummer</translation>
    </message>
    <message>
        <source>In another date form</source>
        <translation>In anderer Datumsform</translation>
    </message>
    <message>
        <source>Split at a separator</source>
        <translation>An einem Trennzeichen geteilt</translation>
    </message>
    <message>
        <source>Joined by a separator</source>
        <translation>Mit einem Trennzeichen verbunden</translation>
    </message>
    <message>
        <source>Words for yes and no</source>
        <translation>Wörter für ja und nein</translation>
    </message>
    <message>
        <source>In another number form</source>
        <translation>In anderer Zahlenform</translation>
    </message>
    <message>
        <source>With one more tag</source>
        <translation>Mit einem weiteren Tag</translation>
    </message>
    <message>
        <source>Without a tag</source>
        <translation>Ohne ein Tag</translation>
    </message>
    <message>
        <source>Country</source>
        <translation>Land</translation>
    </message>
    <message>
        <source>Form now</source>
        <translation>Form jetzt</translation>
    </message>
    <message>
        <source>Form then</source>
        <translation>Form danach</translation>
    </message>
    <message>
        <source>Separator</source>
        <translation>Trennzeichen</translation>
    </message>
    <message>
        <source>Word for yes</source>
        <translation>Wort für ja</translation>
    </message>
    <message>
        <source>Word for no</source>
        <translation>Wort für nein</translation>
    </message>
    <message>
        <source>Decimal sign</source>
        <translation>Dezimalzeichen</translation>
    </message>
    <message>
        <source>Thousands sign</source>
        <translation>Tausenderzeichen</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Tag</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Tray</name>
    <message>
        <source>Sync Now</source>
        <translation>Jetzt abgleichen</translation>
    </message>
    <message>
        <source>Cancel this run</source>
        <translation>Diesen Lauf abbrechen</translation>
    </message>
    <message>
        <source>Open Syncline</source>
        <translation>Syncline öffnen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Quit; runs stop</source>
        <translation>Beenden; Läufe enden</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Something is broken</source>
        <translation>Etwas ist gestört</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>At rest, all well</source>
        <translation>In Ruhe, alles gut</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Pause for 1 hour</source>
        <translation>1 Stunde anhalten</translation>
    </message>
    <message>
        <source>Decide %1</source>
        <translation>%1 entscheiden</translation>
    </message>
    <message numerus="yes">
        <source>%n system(s) need you</source>
        <translation>
            <numerusform>%n System braucht Sie</numerusform>
            <numerusform>%n Systeme brauchen Sie</numerusform>
        </translation>
    </message>
    <message>
        <source>Syncline</source>
        <translation>Syncline</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>syncline::ui::ValuesModel</name>
    <message>
        <source>not mapped</source>
        <translation>nicht zugeordnet</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>von Hand</translation>
    </message>
    <message>
        <source>Waits for you</source>
        <translation>Wartet auf Sie</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>Set by</source>
        <translation>Gesetzt durch</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Views</name>
    <message>
        <source>Dashboard</source>
        <translation>Übersicht</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Undo a run</source>
        <translation>Einen Lauf rückgängig machen</translation>
    </message>
    <message>
        <source>Report of a run</source>
        <translation>Bericht eines Laufs</translation>
    </message>
    <message>
        <source>Mapping</source>
        <translation>Zuordnung</translation>
    </message>
    <message>
        <source>Integrations</source>
        <translation>Integrationen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Klärung</translation>
    </message>
    <message>
        <source>Records</source>
        <translation>Datensätze</translation>
    </message>
    <message>
        <source>Activity</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Spiegel</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>Zeitpläne</translation>
    </message>
</context>
<context>
    <name>syncline::ui::WebhookDialog</name>
    <message>
        <source>Add the webhook</source>
        <translation>Webhook hinzufügen</translation>
    </message>
    <message>
        <source>Let %1 tell of changes</source>
        <translation>%1 Änderungen melden lassen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Client secret</source>
        <translation>Client-Geheimnis</translation>
    </message>
    <message>
        <source>The system must reach this computer there: through a reverse proxy or a tunnel that forwards /webhooks/ to syncline-cli serve. An address that nobody guesses is made below it.</source>
        <translation>Dort muss das System diesen Computer erreichen: über einen Reverse-Proxy oder einen Tunnel, der /webhooks/ an „syncline-cli serve“ weiterleitet. Darunter entsteht eine Adresse, die niemand errät.</translation>
    </message>
    <message>
        <source>Close without adding it</source>
        <translation>Schließen, ohne ihn hinzuzufügen</translation>
    </message>
</context>
<context>
    <name>syncline::ui::WebhooksCard</name>
    <message>
        <source>No system tells of changes yet</source>
        <translation>Noch meldet kein System Änderungen</translation>
    </message>
    <message>
        <source>Connect Mautic, ActiveCampaign or HubSpot: with a webhook a change is in the other systems seconds later.</source>
        <translation>Verbinden Sie Mautic, ActiveCampaign oder HubSpot: Mit einem Webhook ist eine Änderung Sekunden später in den anderen Systemen.</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>Adresse kopieren</translation>
    </message>
    <message>
        <source>Add a webhook…</source>
        <translation>Webhook hinzufügen …</translation>
    </message>
    <message>
        <source>Remove the webhook</source>
        <translation>Webhook entfernen</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Systems that tell of changes</source>
        <translation>Systeme, die Änderungen melden</translation>
    </message>
    <message>
        <source>Webhooks</source>
        <translation>Webhooks</translation>
    </message>
    <message>
        <source>Last deliveries</source>
        <translation>Letzte Lieferungen</translation>
    </message>
    <message>
        <source>The request as it came</source>
        <translation>Die Anfrage, wie sie kam</translation>
    </message>
    <message>
        <source>Choose a delivery to see it as it came.</source>
        <translation>Wählen Sie eine Lieferung, um sie zu sehen, wie sie kam.</translation>
    </message>
    <message>
        <source>What came from %1 last</source>
        <translation>Was zuletzt von %1 kam</translation>
    </message>
    <message>
        <source>Of what was refused nothing is kept: anybody may have sent it.</source>
        <translation>Von Abgewiesenem wird nichts aufbewahrt: Jeder kann es geschickt haben.</translation>
    </message>
    <message>
        <source>… cut: it had %1 bytes</source>
        <translation>… gekürzt: Es hatte %1 Bytes</translation>
    </message>
    <message>
        <source>The address is in the clipboard.</source>
        <translation>Die Adresse ist in der Zwischenablage.</translation>
    </message>
    <message>
        <source>Who knows it can have records looked at.</source>
        <translation>Wer sie kennt, kann nach Datensätzen sehen lassen.</translation>
    </message>
    <message>
        <source>Enter the address in %1.</source>
        <translation>Tragen Sie die Adresse in %1 ein.</translation>
    </message>
    <message>
        <source>Copy it here; docs/webhooks.md says where it goes.</source>
        <translation>Kopieren Sie sie hier; docs/webhooks.md sagt, wohin sie gehört.</translation>
    </message>
    <message>
        <source>%1 tells of changes from now on.</source>
        <translation>%1 meldet ab jetzt Änderungen.</translation>
    </message>
    <message>
        <source>They are taken while syncline-cli serve is running.</source>
        <translation>Sie werden angenommen, solange „syncline-cli serve“ läuft.</translation>
    </message>
    <message>
        <source>%1 tells of nothing any more.</source>
        <translation>%1 meldet nichts mehr.</translation>
    </message>
    <message>
        <source>A request to the address of %1 arrived here and was accepted.</source>
        <translation>Eine Anfrage an die Adresse von %1 kam hier an und wurde angenommen.</translation>
    </message>
    <message>
        <source>Remove the webhook of %1?</source>
        <translation>Den Webhook von %1 entfernen?</translation>
    </message>
    <message>
        <source>Its address is void for good, and %1 is told to send nothing more. Schedules go on.</source>
        <translation>Seine Adresse gilt nie wieder, und %1 wird gesagt, nichts mehr zu senden. Zeitpläne laufen weiter.</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
</context>
<context>
    <name>syncline::ui::WebhooksModel</name>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>entered there by hand</source>
        <translation>dort von Hand eingetragen</translation>
    </message>
    <message>
        <source>subscribed</source>
        <translation>abonniert</translation>
    </message>
    <message>
        <source>%1 taken, the last at %2</source>
        <translation>%1 angenommen, zuletzt %2</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>%1 refused</source>
        <translation>%1 abgewiesen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>What came</source>
        <translation>Was kam</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Words</name>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>keine Berechtigung</translation>
    </message>
    <message>
        <source>not set</source>
        <translation>nicht gesetzt</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Anschrift</translation>
    </message>
    <message>
        <source>1 contact</source>
        <translation>1 Kontakt</translation>
    </message>
    <message>
        <source>%1 contacts</source>
        <translation>%1 Kontakte</translation>
    </message>
    <message>
        <source>1 company</source>
        <translation>1 Firma</translation>
    </message>
    <message>
        <source>%1 companies</source>
        <translation>%1 Firmen</translation>
    </message>
    <message>
        <source>1 record</source>
        <translation>1 Datensatz</translation>
    </message>
    <message>
        <source>%1 records</source>
        <translation>%1 Datensätze</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Companies</source>
        <translation>Firmen</translation>
    </message>
    <message>
        <source>Deals</source>
        <translation>Geschäfte</translation>
    </message>
    <message>
        <source>Activities</source>
        <translation>Aktivitäten</translation>
    </message>
    <message>
        <source>Users</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>any</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>In sync</source>
        <translation>Stimmt überein</translation>
    </message>
    <message>
        <source>Conflict</source>
        <translation>Konflikt</translation>
    </message>
    <message>
        <source>Possible duplicate</source>
        <translation>Mögliche Dublette</translation>
    </message>
    <message>
        <source>Held</source>
        <translation>Zurückgehalten</translation>
    </message>
    <message>
        <source>Delete waits</source>
        <translation>Löschung wartet</translation>
    </message>
    <message>
        <source>Next run</source>
        <translation>Nächster Lauf</translation>
    </message>
    <message>
        <source>Hub</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>small</source>
        <extracomment>How nouns begin inside a sentence. Translate as &quot;capital&quot; for a language that writes them with a capital.</extracomment>
        <translation>capital</translation>
    </message>
    <message>
        <source>Campaigns</source>
        <translation>Kampagnen</translation>
    </message>
    <message>
        <source>Campaign figures</source>
        <translation>Kampagnenzahlen</translation>
    </message>
    <message>
        <source>Segments</source>
        <translation>Segmente</translation>
    </message>
</context>
<context>
    <name>syncline::ui::WorkspaceButton</name>
    <message>
        <source>Workspace %1</source>
        <translation>Arbeitsbereich %1</translation>
    </message>
</context>
<context>
    <name>syncline::ui::Workspaces</name>
    <message>
        <source>Demo</source>
        <translation>Vorführung</translation>
    </message>
    <message>
        <source>My workspace</source>
        <translation>Mein Arbeitsbereich</translation>
    </message>
</context>
<context>
    <name>syncline::ui::WriteLines</name>
    <message>
        <source>Records written and failed, run by run</source>
        <translation>Geschriebene und gescheiterte Datensätze, Lauf für Lauf</translation>
    </message>
    <message>
        <source>%1: %2 written, %3 failed</source>
        <translation>%1: %2 geschrieben, %3 gescheitert</translation>
    </message>
    <message>
        <source>1 run</source>
        <translation>1 Lauf</translation>
    </message>
    <message>
        <source>%1 runs</source>
        <translation>%1 Läufe</translation>
    </message>
</context>
</TS>
