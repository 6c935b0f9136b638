package fr.acse.placement.process;

import fr.acse.platform.gate.Finding;
import fr.acse.platform.gate.ModelTrial;
import fr.acse.referral.Household;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.springframework.stereotype.Component;

/** Tests a new table of priorities before its deployment, because a typing mistake would stop the next call of the waiting list. */
@Component
class PriorityTrial implements ModelTrial {

    private static final Household ALONE = new Household(0, 0, 0, false, false, "fr");
    private static final Household WITH_A_BABY = new Household(1, 1, 0, true, false, "fr");
    private static final int A_YEAR = 365;

    @Override
    public String decision() {
        return PriorityTable.ID;
    }

    @Override
    public Stream<Finding> tryOut(String file, String xml, Map<String, Set<String>> offered) {
        try {
            PriorityTable table = new PriorityTable(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
            boolean tellsApart = false;
            for (int days = 0; days <= A_YEAR; days++) {
                int alone = table.points(false, ALONE, days);
                tellsApart |= table.points(true, ALONE, days) > alone | table.points(false, WITH_A_BABY, days) > alone;
            }
            return tellsApart ? Stream.empty() : Stream.of(Finding.ofFile("priorityNone", file));
        } catch (CriteriaTable.NoTable e) {
            return Stream.of(Finding.ofFile("noTable", file));
        } catch (DmnEngineException | FeelException | IllegalArgumentException e) {
            return Stream.of(Finding.ofFile("feel", file));
        }
    }
}
