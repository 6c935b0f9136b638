package fr.acse.platform.sets;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sets of models that were ever current, for people. */
@Component
public class ModelSets {

    private static final int MOST_SHOWN = 50;

    private final StoredSets sets;
    private final ProcessEngine engine;

    ModelSets(StoredSets sets, @Lazy ProcessEngine engine) {
        this.sets = sets;
        this.engine = engine;
    }

    /** The latest first: that is the current one. */
    @Transactional(readOnly = true)
    public List<NumberedSet> latest() {
        return sets.all(MOST_SHOWN);
    }

    /**
     * Makes an earlier set current again, for new cases.
     *
     * @throws fr.acse.words.Refusal if it breaks a rule of today, is current, or a second person is needed: then it waits for her
     */
    public void makeCurrentAgain(long number) {
        SetRepository.of(engine).deployAgain(number);
    }
}
