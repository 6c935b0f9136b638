package broken;

import fr.acse.AcseReferralApplication;
import fr.acse.platform.start.CommandLine;
import java.io.IOException;
import java.security.GeneralSecurityException;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultFailedJobCommandFactory;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** A node that retries as the engine does by itself: three times, at once. A trial must find that it does. */
public class BrokenNode {

    public static void main(String[] arguments) throws GeneralSecurityException, IOException {
        if (CommandLine.isCommand(arguments)) {
            AcseReferralApplication.main(arguments);
            return;
        }
        new SpringApplicationBuilder(AcseReferralApplication.class, BrokenNode.class).run(arguments);
    }

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    static AbstractProcessEnginePlugin hastyRetries() {
        return new AbstractProcessEnginePlugin() {
            @Override
            public void preInit(ProcessEngineConfigurationImpl configuration) {
                configuration.setFailedJobCommandFactory(new DefaultFailedJobCommandFactory());
                configuration.setFailedJobRetryTimeCycle(null);
                configuration.setDefaultNumberOfRetries(3);
            }
        };
    }
}
