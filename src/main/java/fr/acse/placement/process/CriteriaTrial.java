package fr.acse.placement.process;

import fr.acse.placement.Criteria;
import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.ModelTrial;
import fr.acse.referral.Household;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.stereotype.Component;

/**
 * Tests a new table of criteria with 500 random households and shelters before the deployment of the table. Without the test, a typing
 * mistake could stop the next search, or a criterion might never apply.
 */
@Component
class CriteriaTrial implements ModelTrial {

    private static final int QUESTIONS = 500;
    private static final long SEED = 115;
    private static final String[] LANGUAGES = {"fr", "en", "ro", "ti"};

    @Override
    public String decision() {
        return CriteriaTable.ID;
    }

    @Override
    public Stream<Finding> tryOut(String file, String xml, Map<String, Set<String>> offered) {
        try {
            CriteriaTable table = new CriteriaTable(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            Set<String> unknown = table.unknownWords();
            if (!unknown.isEmpty()) {
                return Stream.of(Finding.ofFile("feelWords", file, String.join(", ", unknown)));
            }
            Random chance = new Random(SEED);
            for (int i = 0; i < QUESTIONS; i++) {
                table.unmet(household(chance), criteria(chance));
            }
            return Stream.empty();
        } catch (CriteriaTable.UnknownEffect row) {
            return Stream.of(
                    row.criterion().isBlank()
                            ? Finding.ofFile("criterionNameless", file)
                            : Finding.ofFile("criterionEffect", file, row.criterion(), row.effect()));
        } catch (CriteriaTable.NoTable e) {
            return Stream.of(Finding.ofFile("noTable", file));
        } catch (DmnEngineException | FeelException | IllegalArgumentException e) {
            return Stream.of(Finding.ofFile("feel", file));
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
