package org.anamnesis.sandbox.server;

import ca.uhn.fhir.batch2.jobs.config.Batch2JobsConfig;
import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.api.IDaoRegistry;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.ClientIdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.JpaStorageSettings.IdStrategyEnum;
import ca.uhn.fhir.jpa.api.config.ThreadPoolFactoryConfig;
import ca.uhn.fhir.jpa.batch2.JpaBatch2Config;
import ca.uhn.fhir.jpa.config.HibernatePropertiesProvider;
import ca.uhn.fhir.jpa.config.r4.JpaR4Config;
import ca.uhn.fhir.jpa.config.util.HapiEntityManagerFactoryUtil;
import ca.uhn.fhir.jpa.model.config.PartitionSettings;
import ca.uhn.fhir.jpa.model.config.SubscriptionSettings;
import ca.uhn.fhir.jpa.model.dialect.HapiFhirH2Dialect;
import ca.uhn.fhir.jpa.model.entity.StorageSettings.IndexEnabledEnum;
import ca.uhn.fhir.jpa.provider.DaoRegistryResourceSupportedSvc;
import ca.uhn.fhir.jpa.subscription.channel.config.SubscriptionChannelConfig;
import ca.uhn.fhir.jpa.util.ResourceCountCache;
import ca.uhn.fhir.rest.api.IResourceSupportedSvc;
import jakarta.persistence.EntityManagerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.commons.dbcp2.BasicDataSource;
import org.hibernate.cfg.AvailableSettings;
import org.hibernate.dialect.Dialect;
import org.hibernate.search.mapper.orm.cfg.HibernateOrmMapperSettings;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;

/** Where charts are kept: H2 in memory or in a directory, behind HAPI's JPA storage. */
@Configuration(proxyBeanMethods = false)
@Import({
    JpaR4Config.class,
    JpaBatch2Config.class,
    Batch2JobsConfig.class,
    SubscriptionChannelConfig.class,
    ThreadPoolFactoryConfig.class
})
public class ChartDatabase {

    private static final String DATABASE_NAME = "charts";

    /**
     * Where the database is.
     *
     * @param path its directory; absent for a database in memory
     */
    public record Directory(Optional<Path> path) {}

    /** The database's connections. A directory that already holds a database is taken up again. */
    @Bean(destroyMethod = "close")
    BasicDataSource dataSource(Directory directory) {
        var source = new BasicDataSource();
        source.setUrl(directory
                .path()
                .map(path -> "jdbc:h2:file:" + path.toAbsolutePath().resolve(DATABASE_NAME)
                        + ";DB_CLOSE_ON_EXIT=FALSE;TRACE_LEVEL_FILE=0")
                .orElseGet(() -> "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
        source.setUsername("sa");
        source.setMaxTotal(20);
        return source;
    }

    @Bean
    @Primary
    LocalContainerEntityManagerFactoryBean entityManagerFactory(
            Directory directory,
            DataSource dataSource,
            ConfigurableListableBeanFactory beans,
            FhirContext fhir,
            JpaStorageSettings storage) {
        var factory = HapiEntityManagerFactoryUtil.newEntityManagerFactory(beans, fhir, storage);
        boolean tablesExist = directory.path().map(ChartDatabase::holdsDatabase).orElse(false);
        factory.setPersistenceUnitName("charts");
        factory.setDataSource(dataSource);
        factory.setJpaPropertyMap(Map.of(
                AvailableSettings.DIALECT, HapiFhirH2Dialect.class.getName(),
                AvailableSettings.HBM2DDL_AUTO, tablesExist ? "none" : "create-only",
                AvailableSettings.SCANNER, "org.hibernate.boot.archive.scan.internal.DisabledScanner",
                AvailableSettings.STATEMENT_BATCH_SIZE, "100",
                AvailableSettings.USE_QUERY_CACHE, "false",
                AvailableSettings.USE_SECOND_LEVEL_CACHE, "false",
                HibernateOrmMapperSettings.ENABLED, "false"));
        return factory;
    }

    private static boolean holdsDatabase(Path path) {
        return Files.exists(path.resolve(DATABASE_NAME + ".mv.db"));
    }

    @Bean
    @Primary
    JpaTransactionManager transactionManager(EntityManagerFactory factory) {
        return new JpaTransactionManager(factory);
    }

    @Bean
    @Primary
    HibernatePropertiesProvider dialect(LocalContainerEntityManagerFactoryBean factory) {
        return new HibernatePropertiesProvider() {
            @Override
            public Dialect getDialect() {
                return new HapiFhirH2Dialect();
            }

            @Override
            public DataSource getDataSource() {
                return Objects.requireNonNull(factory.getDataSource());
            }
        };
    }

    /** How HAPI stores: ids as clients give them, no background work, read-back right after a write. */
    @Bean
    JpaStorageSettings storageSettings() {
        var storage = new JpaStorageSettings();
        storage.setResourceClientIdStrategy(ClientIdStrategyEnum.ANY);
        storage.setResourceServerIdStrategy(IdStrategyEnum.UUID);
        storage.setAllowInlineMatchUrlReferences(true);
        storage.setEnforceReferentialIntegrityOnWrite(false);
        storage.setEnforceReferentialIntegrityOnDelete(false);
        storage.setReuseCachedSearchResultsForMillis(null);
        storage.setIndexMissingFields(IndexEnabledEnum.DISABLED);
        storage.setSchedulingDisabled(true);
        storage.setPreExpandValueSets(false);
        storage.setEnableTaskPreExpandValueSets(false);
        storage.setMarkResourcesForReindexingUponSearchParameterChange(false);
        storage.setHibernateSearchIndexSearchParams(false);
        storage.setHibernateSearchIndexFullText(false);
        return storage;
    }

    @Bean
    JdbcClient sql(DataSource dataSource) {
        return JdbcClient.create(dataSource);
    }

    @Bean
    IResourceSupportedSvc supportedTypes(IDaoRegistry registry) {
        return new DaoRegistryResourceSupportedSvc(registry);
    }

    /** HAPI's metadata asks for this cache by name; counts of whole types are nothing metadata should tell. */
    @Bean("myResourceCountsCache")
    ResourceCountCache resourceCounts() {
        return new ResourceCountCache(Map::of);
    }

    @Bean
    PartitionSettings partitionSettings() {
        return new PartitionSettings();
    }

    @Bean
    SubscriptionSettings subscriptionSettings() {
        return new SubscriptionSettings();
    }
}
