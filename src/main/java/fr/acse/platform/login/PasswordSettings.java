package fr.acse.platform.login;

import java.util.List;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyLengthRuleImpl;
import org.camunda.bpm.engine.impl.identity.PasswordPolicyUserDataRuleImpl;
import org.springframework.stereotype.Component;

/** How the engine keeps passwords, and which ones it accepts. */
@Component
class PasswordSettings extends AbstractProcessEnginePlugin {

    private final Passwords passwords;

    PasswordSettings(Passwords passwords) {
        this.passwords = passwords;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setPasswordEncryptor(passwords);
        configuration.setEnablePasswordPolicy(true);
        List<PasswordPolicyRule> rules = List.of(
                new PasswordPolicyLengthRuleImpl(Passwords.SHORTEST),
                new PasswordPolicyUserDataRuleImpl(),
                new CommonPasswords());
        configuration.setPasswordPolicy(() -> rules);
    }
}
