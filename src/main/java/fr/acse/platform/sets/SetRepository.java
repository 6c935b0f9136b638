package fr.acse.platform.sets;

import fr.acse.platform.engine.TakesLong;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.repository.ProcessApplicationDeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;

/** The engine's repository, in which whole sets are deployed, whatever door a file comes through. */
class SetRepository extends RepositoryServiceImpl {

    private final Supplier<DeploySet> sent;
    private final Supplier<ReleaseOfSoftware> brought;

    /** The engine is built before the two are, so it gets them when something is deployed. */
    SetRepository(Supplier<DeploySet> sent, Supplier<ReleaseOfSoftware> brought) {
        this.sent = sent;
        this.brought = brought;
    }

    /** @param builder with what somebody sends, or what the software brings when it starts */
    private record Deploy(SetRepository repository, DeploymentBuilderImpl builder)
            implements Command<DeploymentWithDefinitions>, TakesLong {

        @Override
        public DeploymentWithDefinitions execute(CommandContext context) {
            return builder instanceof ProcessApplicationDeploymentBuilderImpl release
                    ? repository.brought.get().brought(release, repository, context)
                    : repository.sent.get().sent(builder, repository, context);
        }
    }

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        if (!(builder instanceof ProcessApplicationDeploymentBuilderImpl)) {
            sent.get().lookAt(builder);
        }
        return commandExecutor.execute(new Deploy(this, builder));
    }

    /** The bean of the application is a proxy, which shows only what the engine's interface has. */
    static SetRepository of(ProcessEngine engine) {
        return (SetRepository)
                ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getRepositoryService();
    }

    /** Makes an earlier set current again, as a whole. */
    void deployAgain(long number) {
        sent.get().lookAt(number);
        commandExecutor.execute(new DeployAgain(this, number));
    }

    private record DeployAgain(SetRepository repository, long number)
            implements Command<DeploymentWithDefinitions>, TakesLong {

        @Override
        public DeploymentWithDefinitions execute(CommandContext context) {
            return repository.sent.get().again(number, repository, context);
        }
    }

    /** Deploys a set as it is, without what is current. */
    void deployWhole(Files files) {
        commandExecutor.execute(new DeployWhole(this, files));
    }

    private record DeployWhole(SetRepository repository, Files files)
            implements Command<DeploymentWithDefinitions>, TakesLong {

        @Override
        public DeploymentWithDefinitions execute(CommandContext context) {
            return repository.sent.get().asItIs(files, repository, context);
        }
    }
}
