package fr.acse.platform.model;

import fr.acse.platform.identity.Caller;
import fr.acse.words.Refusal;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.repository.Deployment;

/**
 * What an analyst deploys is tried out completely, rolled back, and then waits for a second person. If the setting
 * {@code acse.deployment.second-person} is off, it takes effect at once. Both are written into the audit log.
 */
class SecondPersonDeploys extends CommandInterceptor {

    private final Supplier<ModelProposals> proposals;
    private final BooleanSupplier secondPerson;

    /** @param proposals where they wait; the engine is built before it is there */
    SecondPersonDeploys(Supplier<ModelProposals> proposals, BooleanSupplier secondPerson) {
        this.proposals = proposals;
        this.secondPerson = secondPerson;
    }

    @Override
    public <T> T execute(Command<T> command) {
        if (!(command instanceof DeployCmd) || !isAskedByAPerson()) {
            return next.execute(command);
        }
        if (secondPerson.getAsBoolean()) {
            proposals.get().tryOutAndKeep(() -> (Deployment) next.execute(command));
            throw new Refusal("secondPersonDeploys");
        }
        T deployed = next.execute(command);
        proposals.get().noteDeployed((Deployment) deployed);
        return deployed;
    }

    private static boolean isAskedByAPerson() {
        CommandContext around = Context.getCommandContext();
        return Caller.isThroughHttp() && (around == null || around.isAuthorizationCheckEnabled());
    }
}
