package org.anamnesis.sandbox.personality;

import ca.uhn.fhir.jpa.api.dao.DaoRegistry;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;

/** Where a personality shows: around the FHIR server's answers, and in what it takes. */
@Configuration(proxyBeanMethods = false)
@Import(PersonalityDesk.class)
public class PersonalitySwitch {

    @Bean
    Personalities personalities() {
        return new Personalities();
    }

    @Bean
    PersonalityRules personalityRules(Personalities personalities, DaoRegistry daos) {
        return new PersonalityRules(personalities, new Visits(daos));
    }

    /** Behind the faults, so that what they do is done to what the personality answers. */
    @Bean
    FilterRegistrationBean<PersonalityAnswers> personalityAnswers(Personalities personalities) {
        var filter = new FilterRegistrationBean<>(new PersonalityAnswers(personalities));
        filter.setOrder(Ordered.LOWEST_PRECEDENCE);
        return filter;
    }
}
