package fr.acse.platform.model;

import fr.acse.words.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The variables that each process may hold. The application refuses every other variable. */
@Component
public class DeclaredVariables {

    /** Variables that the engine creates itself. */
    private static final Set<String> OF_THE_ENGINE =
            Set.of("nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter", "decisionResult");

    private final Map<String, Map<String, Variable<?>>> byProcess;

    private final QuestionsOfForms ofForms;

    DeclaredVariables(List<HasContract> models, QuestionsOfForms ofForms) {
        this.ofForms = ofForms;
        byProcess = models.stream()
                .map(HasContract::contract)
                .collect(Collectors.toMap(
                        ProcessContract::processId,
                        contract -> contract.variables().stream()
                                .collect(Collectors.toMap(Variable::name, Function.identity()))));
    }

    public boolean isDeclared(String process, String variable) {
        return OF_THE_ENGINE.contains(variable)
                || byProcess.getOrDefault(process, Map.of()).containsKey(variable)
                || ofForms.isKnown(process, variable);
    }

    /** @throws Refusal if the process declares no variable of this name */
    public void check(String process, String variable) {
        if (!isDeclared(process, variable)) {
            throw new Refusal("undeclared", variable, process);
        }
    }
}
