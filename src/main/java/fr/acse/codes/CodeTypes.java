package fr.acse.codes;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/** Registers the types of codes in Hibernate. Hibernate finds this class through a line in {@code META-INF/services}. */
public final class CodeTypes implements TypeContributor {

    @Override
    public void contribute(TypeContributions contributions, ServiceRegistry services) {
        contributions.contributeJavaType(new CodeType<>(CaseReference.class, CaseReference::new));
        contributions.contributeJavaType(new CodeType<>(Login.class, Login::new));
        contributions.contributeJavaType(new CodeType<>(ShelterCode.class, ShelterCode::new));
    }
}
