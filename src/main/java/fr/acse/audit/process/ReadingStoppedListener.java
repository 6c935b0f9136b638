package fr.acse.audit.process;

import static fr.acse.audit.process.BulkReadingProcess.*;

import fr.acse.audit.Act;
import fr.acse.audit.AuditLog;
import fr.acse.casefile.CaseFileService;
import fr.acse.casefile.ReadingStopped;
import fr.acse.codes.CaseReference;
import fr.acse.codes.Login;
import fr.acse.notice.Audience;
import fr.acse.notice.Event;
import fr.acse.notice.Notices;
import fr.acse.platform.model.CaseProcesses;
import java.time.Clock;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the process for a person who was stopped from reading. The supervisors get a task and a mail, and one supervisor decides. */
@Component
record ReadingStoppedListener(
        CaseProcesses processes, CaseFileService files, Notices notices, AuditLog audit, Clock clock) {

    @EventListener
    void ask(ReadingStopped stopped) {
        CaseReference reference = files.open(BulkReadingProcess.PREFIX, Login.SYSTEM);
        processes.start(
                reference, BulkReadingProcess.ID, READER.with(stopped.person()), READINGS.with(stopped.readings()));
        audit.add(Act.READING_STOPPED, Login.SYSTEM, stopped.person().value());
        notices.tell(Event.READING_STOPPED, reference, clock.instant(), Audience.supervisors());
    }
}
