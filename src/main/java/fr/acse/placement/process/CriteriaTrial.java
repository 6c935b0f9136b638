package fr.acse.placement.process;

import fr.acse.placement.Criteria;
import fr.acse.platform.model.ModelTrial;
import fr.acse.referral.Household;
import fr.acse.words.Refusal;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.stereotype.Component;

/**
 * Tries a new table of criteria with many households and shelters before it is deployed. Otherwise a typing mistake
 * in it could stop the next search, or a criterion might never apply.
 */
@Component
class CriteriaTrial implements ModelTrial {

    private static final Pattern TABLE =
            Pattern.compile("<(\\w+:)?decision\\s[^>]*id=[\"']" + CriteriaTable.ID + "[\"']");
    private static final int QUESTIONS = 500;
    private static final long SEED = 115;
    private static final String[] LANGUAGES = {"fr", "en", "ro", "ti"};

    @Override
    public void tryOut(String name, String model) {
        if (!TABLE.matcher(model).find()) {
            return;
        }
        try {
            CriteriaTable table = new CriteriaTable(new ByteArrayInputStream(model.getBytes(StandardCharsets.UTF_8)));
            Set<String> unknown = table.unknownWords();
            if (!unknown.isEmpty()) {
                throw new Refusal("criteriaWords", name, String.join(", ", unknown));
            }
            Random chance = new Random(SEED);
            for (int i = 0; i < QUESTIONS; i++) {
                table.unmet(household(chance), criteria(chance));
            }
        } catch (DmnEngineException | FeelException | IllegalArgumentException e) {
            throw new Refusal("criteriaTable", name, e.getMessage());
        }
    }

    private static Household household(Random chance) {
        int children = chance.nextInt(4);
        return new Household(
                children,
                children == 0 ? 0 : chance.nextInt(children + 1),
                children == 0 ? 0 : chance.nextInt(18),
                chance.nextBoolean(),
                chance.nextBoolean(),
                language(chance));
    }

    private static Criteria criteria(Random chance) {
        return new Criteria(
                chance.nextBoolean(),
                chance.nextInt(18),
                chance.nextInt(3),
                chance.nextBoolean(),
                chance.nextBoolean(),
                language(chance) + "," + language(chance));
    }

    private static String language(Random chance) {
        return LANGUAGES[chance.nextInt(LANGUAGES.length)];
    }
}
