package fr.acse.referral.process;

import fr.acse.codes.CaseReference;
import fr.acse.codes.Days;
import fr.acse.platform.identity.CurrentPerson;
import fr.acse.platform.model.ModelStep;
import fr.acse.platform.model.ProcessContract;
import fr.acse.referral.AssessmentService;
import fr.acse.referral.CommitmentAnswer;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The commitment is full when every clause is accepted freely. */
@Component
@ModelStep(
        name = "Check the commitment",
        does =
                "The commitment is full when every clause is accepted freely. There is no override. Who thinks it over is asked again on the day that she names.",
        reads = {
            "commitmentAnswer",
            "thinkUntil",
            "clauseDistance",
            "clauseSilence",
            "clauseContacts",
            "freelyGiven",
            "commitmentText",
            "commitmentLanguage",
            "commitmentManner",
            "commitmentDate",
            "interpreter",
            "noticeOn",
            "noticeLanguage"
        },
        writes = {"commitmentFull", "commitmentDueAt"})
record CheckCommitmentDelegate(AssessmentService assessments, CurrentPerson person, Days days) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        CaseReference reference = ProcessContract.CASE_REFERENCE.get(execution);
        if ("thinks".equals(AssessProcess.ANSWER.find(execution))) {
            LocalDate until = AssessProcess.THINK_UNTIL.get(execution);
            AssessProcess.COMMITMENT_DUE_AT.set(execution, assessments.thinks(reference, until));
            ReferralProcess.COMMITMENT_FULL.set(execution, false);
            return;
        }
        ReferralProcess.COMMITMENT_FULL.set(
                execution, assessments.recordCommitment(reference, answer(execution), person.login()));
        AssessProcess.COMMITMENT_DUE_AT.set(execution, assessments.commitmentDue());
    }

    private CommitmentAnswer answer(DelegateExecution execution) {
        boolean everyClause = Stream.of("clauseDistance", "clauseSilence", "clauseContacts")
                .allMatch(clause -> "accepted".equals(execution.getVariable(clause)));
        return new CommitmentAnswer(
                AssessProcess.DATE.get(execution),
                AssessProcess.TEXT.find(execution),
                AssessProcess.LANGUAGE.get(execution),
                AssessProcess.MANNER.find(execution),
                AssessProcess.INTERPRETER.get(execution),
                AssessProcess.NOTICE_ON.find(execution),
                AssessProcess.NOTICE_LANGUAGE.find(execution),
                everyClause,
                "yes".equals(execution.getVariable("freelyGiven")));
    }
}
