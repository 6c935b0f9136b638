package fr.acse.platform.engine;

import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;

/** Evaluates decisions outside the process engine, in FEEL only, which can reach nothing but the inputs. */
public final class FeelOnly {

    private static final String FEEL = "feel";

    private FeelOnly() {}

    public static DmnEngine engine() {
        DefaultDmnEngineConfiguration configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(FEEL);
        configuration.setDefaultInputEntryExpressionLanguage(FEEL);
        configuration.setDefaultOutputEntryExpressionLanguage(FEEL);
        configuration.setDefaultLiteralExpressionLanguage(FEEL);
        configuration.setElProvider(expression -> {
            throw new IllegalArgumentException("Decisions take FEEL only");
        });
        configuration.setScriptEngineResolver(language -> {
            throw new IllegalArgumentException("Decisions take FEEL only");
        });
        return configuration.buildEngine();
    }
}
