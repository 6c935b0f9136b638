package fr.acse.platform.engine;

import fr.acse.platform.sets.DeploySet;
import fr.acse.platform.sets.Deploying;
import fr.acse.platform.sets.ReleaseOfSoftware;
import fr.acse.platform.sets.SetDeployer;
import fr.acse.words.Refusal;
import java.io.ByteArrayInputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.RepositoryServiceImpl;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.CommandChecker;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.RegisterProcessApplicationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessApplicationDeploymentImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.repository.DeploymentBuilderImpl;
import org.camunda.bpm.engine.impl.repository.ProcessApplicationDeploymentBuilderImpl;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Repository service of the engine that deploys only complete sets of models, even if a request sends a single file. */
@RequiredArgsConstructor
class SetRepository extends RepositoryServiceImpl {

    private final Supplier<DeploySet> sent;
    private final Supplier<ReleaseOfSoftware> brought;

    @Override
    public DeploymentWithDefinitions deployWithResult(DeploymentBuilderImpl builder) {
        if (builder instanceof ProcessApplicationDeploymentBuilderImpl) {
            return deploy(builder, deploying -> brought.get().brought(deploying));
        }
        sent.get().lookAt(sent(builder));
        return deploy(builder, deploying -> sent.get().sent(deploying));
    }

    private DeploymentWithDefinitions deploy(
            DeploymentBuilderImpl builder, Function<Deploying, DeploymentWithDefinitions> work) {
        return commandExecutor.execute(new Deploy(this, builder, work));
    }

    private static Deploying.Sent sent(DeploymentBuilderImpl builder) {
        if (!builder.getDeployments().isEmpty()
                || !builder.getDeploymentResourcesById().isEmpty()
                || !builder.getDeploymentResourcesByName().isEmpty()) {
            throw new Refusal("modelFromDeployment");
        }
        Map<String, byte[]> files = new TreeMap<>();
        builder.getDeployment().getResources().forEach((name, resource) -> files.put(name, resource.getBytes()));
        return new Deploying.Sent(
                builder.getDeployment().getName(), builder.getDeployment().getSource(), files);
    }

    /** @param builder files that a person or the starting software deploys; null for the deployment of an earlier set or a complete set */
    private record Deploy(
            SetRepository repository,
            DeploymentBuilderImpl builder,
            Function<Deploying, DeploymentWithDefinitions> work)
            implements Command<DeploymentWithDefinitions>, TakesLong {

        @Override
        public DeploymentWithDefinitions execute(CommandContext context) {
            return work.apply(new InCommand(repository, builder, context));
        }
    }

    private record InCommand(SetRepository repository, DeploymentBuilderImpl builder, CommandContext context)
            implements Deploying {

        @Override
        public Sent sent() {
            return SetRepository.sent(builder);
        }

        @Override
        public boolean isAskedByAPerson() {
            return EngineAccess.isAskedByAPerson();
        }

        @Override
        public void begin() {
            context.getProcessEngineConfiguration().getCommandCheckers().forEach(CommandChecker::checkCreateDeployment);
            context.getPropertyManager().acquireExclusiveLock();
        }

        @Override
        public DeploymentWithDefinitions deploy(String name, String source, Map<String, byte[]> files) {
            DeploymentBuilderImpl whole = builder instanceof ProcessApplicationDeploymentBuilderImpl release
                    ? new ProcessApplicationDeploymentBuilderImpl(repository, release.getProcessApplicationReference())
                    : new DeploymentBuilderImpl(repository);
            whole.name(name).source(source);
            files.forEach((file, content) -> whole.addInputStream(file, new ByteArrayInputStream(content)));
            return new DeployCmd(whole).execute(context);
        }

        @Override
        public DeploymentWithDefinitions earlier(String id) {
            DeploymentWithDefinitions found =
                    (DeploymentWithDefinitions) context.getDeploymentManager().findDeploymentById(id);
            return builder instanceof ProcessApplicationDeploymentBuilderImpl release
                    ? new ProcessApplicationDeploymentImpl(
                            found,
                            new RegisterProcessApplicationCmd(id, release.getProcessApplicationReference())
                                    .execute(context))
                    : found;
        }

        @Override
        public void tag(DeploymentWithDefinitions deployed, String tag) {
            deployed.getDeployedProcessDefinitions()
                    .forEach(definition -> ((ProcessDefinitionEntity) definition).setVersionTag(tag));
        }
    }

    /** Replaces the engine's own repository service. */
    @Component
    @Order(3)
    static class Settings extends AbstractProcessEnginePlugin implements SetDeployer {

        private final Supplier<DeploySet> sent;
        private final SetRepository repository;

        Settings(ObjectProvider<DeploySet> sent, ObjectProvider<ReleaseOfSoftware> brought) {
            this.sent = SingletonSupplier.of(sent::getObject);
            this.repository = new SetRepository(this.sent, SingletonSupplier.of(brought::getObject));
        }

        @Override
        public void preInit(ProcessEngineConfigurationImpl configuration) {
            configuration.setRepositoryService(repository);
        }

        @Override
        public void deployAgain(long number) {
            sent.get().lookAt(number);
            repository.deploy(null, deploying -> sent.get().again(number, deploying));
        }

        @Override
        public void deployWhole(Map<String, byte[]> files) {
            repository.deploy(null, deploying -> sent.get().asItIs(files, deploying));
        }
    }
}
