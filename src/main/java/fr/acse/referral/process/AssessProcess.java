package fr.acse.referral.process;

import fr.acse.platform.model.ProcessContract;
import fr.acse.platform.model.Variable;
import java.util.Date;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Model {@code assess.bpmn}. */
@Component
class AssessProcess implements ProcessContract {

    static final Variable<String> AGE = Variable.code("ageAssessment");
    static final Variable<String> DANGER_DEPARTMENT = Variable.code("dangerDepartment");
    static final Variable<String> AVOID_DEPARTMENTS = Variable.code("avoidDepartments");
    static final Variable<Date> COMMITMENT_DUE_AT = Variable.moment("commitmentDueAt");

    /** Whether she answers to the clauses today, or thinks them over. */
    static final Variable<String> ANSWER = Variable.code("commitmentAnswer");

    static final Variable<String> THINK_UNTIL = Variable.code("thinkUntil");
    static final Variable<String> TEXT = Variable.code("commitmentText").ofModels();
    static final Variable<String> LANGUAGE = Variable.code("commitmentLanguage").ofModels();
    static final Variable<String> MANNER = Variable.code("commitmentManner").ofModels();
    static final Variable<String> DATE = Variable.code("commitmentDate");
    static final Variable<String> INTERPRETER = Variable.code("interpreter").ofModels();
    static final Variable<String> NOTICE_ON = Variable.code("noticeOn");
    static final Variable<String> NOTICE_LANGUAGE = Variable.code("noticeLanguage");
    static final Variable<String> PROTECTION_SERVICE =
            Variable.code("protectionService").ofModels();
    static final Variable<String> PROTECTION_ANSWER = Variable.code("protectionAnswer");
    static final Variable<String> PROTECTION_DATE = Variable.code("protectionDate");

    @Override
    public String processId() {
        return "assess";
    }

    @Override
    public Set<Variable<?>> variables() {
        return ProcessContract.declare(
                ProcessContract.codes(
                        "eligibility",
                        "procuring",
                        "act",
                        "means",
                        "purpose",
                        "dangerLevel",
                        "distanceNeeded",
                        "secondLook",
                        "commitmentLook",
                        "clauseDistance",
                        "clauseSilence",
                        "clauseContacts",
                        "freelyGiven",
                        "permitNeed"),
                LAST_HAND,
                ANSWER,
                THINK_UNTIL,
                TEXT,
                LANGUAGE,
                MANNER,
                DATE,
                INTERPRETER,
                NOTICE_ON,
                NOTICE_LANGUAGE,
                PROTECTION_SERVICE,
                PROTECTION_ANSWER,
                PROTECTION_DATE,
                ReferralProcess.OPERATOR_GROUP,
                AGE,
                DANGER_DEPARTMENT,
                AVOID_DEPARTMENTS,
                ReferralProcess.CHILDREN,
                ReferralProcess.BABIES,
                ReferralProcess.OLDEST_CHILD_AGE,
                ReferralProcess.PREGNANCY,
                ReferralProcess.ACCESSIBILITY,
                ReferralProcess.LANGUAGE,
                ReferralProcess.GUARDIAN,
                COMMITMENT_DUE_AT,
                ReferralProcess.COMMITMENT_FULL);
    }
}
