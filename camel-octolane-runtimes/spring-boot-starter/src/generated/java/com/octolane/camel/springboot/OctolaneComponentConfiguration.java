// SPDX-License-Identifier: Apache-2.0
// Written by StarterSourcesTest with -Dstarter.write=true: change the component's options, not this file.
package com.octolane.camel.springboot;

import org.apache.camel.spring.boot.ComponentConfigurationPropertiesCommon;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** The options of the Octolane component. What is null was not set, and is left to the component. */
@ConfigurationProperties(prefix = "camel.component.octolane", ignoreUnknownFields = false)
public class OctolaneComponentConfiguration extends ComponentConfigurationPropertiesCommon {

    /**
     * The address of the API, with or without a trailing slash.
     */
    private String baseUrl;

    /**
     * The options that endpoints start from.
     */
    private com.octolane.camel.OctolaneConfiguration configuration;

    /**
     * The fields to read, separated by commas. All when not set.
     */
    private String fields;

    /**
     * Conditions that records must meet, for example filter.deal_size=gte:50000 or filter.stage_name=in:Won,Negotiation. Without an operator the value must be equal. This is a multi-value option with prefix: filter.
     */
    private java.util.Map<String, String> filter;

    /**
     * Conditions as a list of maps or beans with field, operator and value, or as JSON text.
     */
    private Object filters;

    /**
     * The form of records that are read or answered: a Map, JSON text, or a class of com.octolane.camel.model.
     */
    private com.octolane.camel.OutputFormat outputFormat;

    /**
     * Records on a page, 1 to 500. 0 for 100 in a producer, and 500 in a consumer and in the look-ups of upserts.
     */
    private Integer pageSize;

    /**
     * The pipeline of opportunities. A key pipeline_id of the record, and the header CamelOctolanePipelineId, go before it.
     */
    private String pipelineId;

    /**
     * Free text that records must match.
     */
    private String query;

    /**
     * The order of records: a field, optionally with :asc or :desc.
     */
    private String sort;

    /**
     * The stage of opportunities: that of created ones which name none, and that which reads are limited to.
     */
    private String stageId;

    /**
     * Allows for bridging the consumer to the Camel routing Error Handler, which mean any exceptions (if possible) occurred while the Camel consumer is trying to pickup incoming messages, or the likes, will now be processed as a message and handled by the routing Error Handler. Important: This is only possible if the 3rd party component allows Camel to be alerted if an exception was thrown. Some components handle this internally only, and therefore bridgeErrorHandler is not possible. In other situations we may improve the Camel component to hook into the 3rd party component and make this possible for future releases. By default the consumer will use the org.apache.camel.spi.ExceptionHandler to deal with exceptions, that will be logged at WARN or ERROR level and ignored.
     */
    private Boolean bridgeErrorHandler;

    /**
     * What the consumer emits: what was created or updated since the position, what was created since, or everything at every poll.
     */
    private String emit;

    /**
     * How far before the position each poll looks again, for records that became visible late.
     */
    private String lookback;

    /**
     * How changes are found: filter asks for them oldest first; newestFirst reads back from the newest one and then delivers oldest first; auto is the first, and the second where the API refuses that filter or sort.
     */
    private String scan;

    /**
     * Whether each record is an exchange of its own, rather than each page.
     */
    private Boolean splitResults;

    /**
     * Where to start when no position is stored: beginning, now (the time of the server), or an ISO-8601 instant.
     */
    private String startFrom;

    /**
     * The name of the position in the repository. ROUTE-ID/OBJECT, for opportunities ROUTE-ID/OBJECT/PIPELINE, when not set.
     */
    private String stateKey;

    /**
     * Keeps the position. In memory only when not set.
     */
    private org.apache.camel.spi.StateRepository<String, String> stateRepository;

    /**
     * Calls of one bulk operation that are under way at the same time.
     */
    private Integer bulkConcurrency;

    /**
     * Records in one call of a bulk operation. 0 for the API's maximum: 100 for creates, 50 for updates.
     */
    private Integer bulkSize;

    /**
     * With resolveCustomFields, the name under which a custom field is written: as the source gives it (a label as property name), always its slug, or always its property name.
     */
    private com.octolane.camel.mapping.CustomFieldKey customFieldKey;

    /**
     * How text dates are read: one or more patterns of java.time.format.DateTimeFormatter separated by a vertical bar. ISO-8601 is always understood.
     */
    private String dateFormat;

    /**
     * Maps and validates, sends nothing, and answers with the request that would be sent.
     */
    private Boolean dryRun;

    /**
     * Whether a bulk operation with rows that did not succeed throws an OctolaneBulkException, which carries the BulkResult. Otherwise only the result tells.
     */
    private Boolean failOnPartial;

    /**
     * Names of source fields and the API's names for them, for example fieldMapping.Betrag=deal_size. Goes before the preset. This is a multi-value option with prefix: fieldMapping.
     */
    private java.util.Map<String, String> fieldMapping;

    /**
     * Whether the producer should be started lazy (on the first message). By starting lazy you can use this to allow CamelContext and routes to startup in situations where a producer may otherwise fail during starting and cause the route to fail being started. By deferring this startup to be lazy then the startup failure can be handled during routing messages via Camel's routing error handlers. Beware that when the first message is processed then creating and starting the producer may take a little time and prolong the total processing time of the processing.
     */
    private Boolean lazyStartProducer;

    /**
     * The preset that knows the names of the source's fields: the API's own, or those of Salesforce.
     */
    private com.octolane.camel.mapping.Preset mapping;

    /**
     * The fields by which an upsert recognises a record, separated by commas; custom_fields.SLUG for a custom one. By default domain for accounts and email for contacts; required for opportunities.
     */
    private String matchOn;

    /**
     * What the producer does.
     */
    private com.octolane.camel.OctolaneOperation operation;

    /**
     * The API's names for fields of opportunities in updates, where they are not those of creates, for example opportunityUpdateNames.deal_size=opportunity_deal_size. This is a multi-value option with prefix: opportunityUpdateNames.
     */
    private java.util.Map<String, String> opportunityUpdateNames;

    /**
     * What list and search give: one page as a List, all records as a List, or a lazy Iterator for split(body()).streaming().
     */
    private com.octolane.camel.Paging paging;

    /**
     * The id of the record to update or to get. A key id of the body, and the header CamelOctolaneRecordId, go before it.
     */
    private String recordId;

    /**
     * Reads the definitions of custom fields, and lets a source name a custom field by its label, slug or property name and an option of a select by its label. What no definition knows follows unmapped. Definitions are read again after five minutes.
     */
    private Boolean resolveCustomFields;

    /**
     * Looks up the stages that opportunities name in their pipeline, in any case, and writes the id in place of the name. Stages are read again after five minutes.
     */
    private Boolean resolveStages;

    /**
     * With resolveCustomFields, whether the option of a select is written as its value or as its label.
     */
    private com.octolane.camel.mapping.SelectKey selectKey;

    /**
     * What becomes of a source field that no rule knows: it is sent as a custom attribute, left out, or makes the record fail.
     */
    private com.octolane.camel.mapping.Unmapped unmapped;

    /**
     * The time zone of text dates that name none.
     */
    private String zone;

    /**
     * Is given each row of a bulk operation as soon as it is settled, in the order of the input. The BulkResult then keeps only rows that did not succeed, so that an input may be endless.
     */
    private com.octolane.camel.bulk.BulkRowListener bulkRowListener;

    /**
     * Whether autowiring is enabled. This is used for automatic autowiring options (the option must be marked as autowired) by looking up in the registry to find if there is a single instance of matching type, which then gets configured on the component. This can be used for automatic configuring JDBC data sources, JMS connection factories, AWS Clients, etc.
     */
    private Boolean autowiredEnabled;

    /**
     * How long connecting may take. When not set, a timeout that was set on the camel-http component holds.
     */
    private String connectTimeout;

    /**
     * The camel-http component whose settings (proxy, pool, TLS, timeouts, configurers) the calls use. By default the context's http or https component.
     */
    private org.apache.camel.component.http.HttpComponent httpComponent;

    /**
     * The most connections to the API.
     */
    private Integer maxConnections;

    /**
     * How long the API may take to answer. When not set, a timeout that was set on the camel-http component holds.
     */
    private String responseTimeout;

    /**
     * Used for enabling or disabling all consumer based health checks from this component
     */
    private Boolean healthCheckConsumerEnabled;

    /**
     * Used for enabling or disabling all producer based health checks from this component. Notice: Camel has by default disabled all producer based health-checks. You can turn on producer checks globally by setting camel.health.producersEnabled=true.
     */
    private Boolean healthCheckProducerEnabled;

    /**
     * How often a failed call is repeated, where repeating is safe and may help.
     */
    private Integer maxRetries;

    /**
     * The longest delay before a repetition. When the API asks for a longer one, the call fails at once and tells it.
     */
    private String maxRetryDelay;

    /**
     * The most calls a second, shared by all endpoints of this JVM with the same key and base URL. 0 for no limit.
     */
    private Double requestsPerSecond;

    /**
     * The delay before the first repetition; it doubles with each further one, less a random part.
     */
    private String retryDelay;

    /**
     * Also repeats the create of an opportunity, note or activity whose outcome is unknown. This may create it twice.
     */
    private Boolean retryUnsafe;

    /**
     * Permits a baseUrl with http:// whose host is not this machine.
     */
    private Boolean allowPlainHttp;

    /**
     * The API key. Required, here or on the component. It is sent as x-api-key to the host of baseUrl and nowhere else.
     */
    private String apiKey;

    /**
     * TLS settings of the calls.
     */
    private org.apache.camel.support.jsse.SSLContextParameters sslContextParameters;

    /**
     * Whether to use the TLS settings of the Camel context.
     */
    private Boolean useGlobalSslContextParameters;

    public String getBaseUrl() {
        return baseUrl;
    }

    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public com.octolane.camel.OctolaneConfiguration getConfiguration() {
        return configuration;
    }

    public void setConfiguration(com.octolane.camel.OctolaneConfiguration configuration) {
        this.configuration = configuration;
    }

    public String getFields() {
        return fields;
    }

    public void setFields(String fields) {
        this.fields = fields;
    }

    public java.util.Map<String, String> getFilter() {
        return filter;
    }

    public void setFilter(java.util.Map<String, String> filter) {
        this.filter = filter;
    }

    public Object getFilters() {
        return filters;
    }

    public void setFilters(Object filters) {
        this.filters = filters;
    }

    public com.octolane.camel.OutputFormat getOutputFormat() {
        return outputFormat;
    }

    public void setOutputFormat(com.octolane.camel.OutputFormat outputFormat) {
        this.outputFormat = outputFormat;
    }

    public Integer getPageSize() {
        return pageSize;
    }

    public void setPageSize(Integer pageSize) {
        this.pageSize = pageSize;
    }

    public String getPipelineId() {
        return pipelineId;
    }

    public void setPipelineId(String pipelineId) {
        this.pipelineId = pipelineId;
    }

    public String getQuery() {
        return query;
    }

    public void setQuery(String query) {
        this.query = query;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getStageId() {
        return stageId;
    }

    public void setStageId(String stageId) {
        this.stageId = stageId;
    }

    public Boolean getBridgeErrorHandler() {
        return bridgeErrorHandler;
    }

    public void setBridgeErrorHandler(Boolean bridgeErrorHandler) {
        this.bridgeErrorHandler = bridgeErrorHandler;
    }

    public String getEmit() {
        return emit;
    }

    public void setEmit(String emit) {
        this.emit = emit;
    }

    public String getLookback() {
        return lookback;
    }

    public void setLookback(String lookback) {
        this.lookback = lookback;
    }

    public String getScan() {
        return scan;
    }

    public void setScan(String scan) {
        this.scan = scan;
    }

    public Boolean getSplitResults() {
        return splitResults;
    }

    public void setSplitResults(Boolean splitResults) {
        this.splitResults = splitResults;
    }

    public String getStartFrom() {
        return startFrom;
    }

    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public String getStateKey() {
        return stateKey;
    }

    public void setStateKey(String stateKey) {
        this.stateKey = stateKey;
    }

    public org.apache.camel.spi.StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    public void setStateRepository(org.apache.camel.spi.StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public Integer getBulkConcurrency() {
        return bulkConcurrency;
    }

    public void setBulkConcurrency(Integer bulkConcurrency) {
        this.bulkConcurrency = bulkConcurrency;
    }

    public Integer getBulkSize() {
        return bulkSize;
    }

    public void setBulkSize(Integer bulkSize) {
        this.bulkSize = bulkSize;
    }

    public com.octolane.camel.mapping.CustomFieldKey getCustomFieldKey() {
        return customFieldKey;
    }

    public void setCustomFieldKey(com.octolane.camel.mapping.CustomFieldKey customFieldKey) {
        this.customFieldKey = customFieldKey;
    }

    public String getDateFormat() {
        return dateFormat;
    }

    public void setDateFormat(String dateFormat) {
        this.dateFormat = dateFormat;
    }

    public Boolean getDryRun() {
        return dryRun;
    }

    public void setDryRun(Boolean dryRun) {
        this.dryRun = dryRun;
    }

    public Boolean getFailOnPartial() {
        return failOnPartial;
    }

    public void setFailOnPartial(Boolean failOnPartial) {
        this.failOnPartial = failOnPartial;
    }

    public java.util.Map<String, String> getFieldMapping() {
        return fieldMapping;
    }

    public void setFieldMapping(java.util.Map<String, String> fieldMapping) {
        this.fieldMapping = fieldMapping;
    }

    public Boolean getLazyStartProducer() {
        return lazyStartProducer;
    }

    public void setLazyStartProducer(Boolean lazyStartProducer) {
        this.lazyStartProducer = lazyStartProducer;
    }

    public com.octolane.camel.mapping.Preset getMapping() {
        return mapping;
    }

    public void setMapping(com.octolane.camel.mapping.Preset mapping) {
        this.mapping = mapping;
    }

    public String getMatchOn() {
        return matchOn;
    }

    public void setMatchOn(String matchOn) {
        this.matchOn = matchOn;
    }

    public com.octolane.camel.OctolaneOperation getOperation() {
        return operation;
    }

    public void setOperation(com.octolane.camel.OctolaneOperation operation) {
        this.operation = operation;
    }

    public java.util.Map<String, String> getOpportunityUpdateNames() {
        return opportunityUpdateNames;
    }

    public void setOpportunityUpdateNames(java.util.Map<String, String> opportunityUpdateNames) {
        this.opportunityUpdateNames = opportunityUpdateNames;
    }

    public com.octolane.camel.Paging getPaging() {
        return paging;
    }

    public void setPaging(com.octolane.camel.Paging paging) {
        this.paging = paging;
    }

    public String getRecordId() {
        return recordId;
    }

    public void setRecordId(String recordId) {
        this.recordId = recordId;
    }

    public Boolean getResolveCustomFields() {
        return resolveCustomFields;
    }

    public void setResolveCustomFields(Boolean resolveCustomFields) {
        this.resolveCustomFields = resolveCustomFields;
    }

    public Boolean getResolveStages() {
        return resolveStages;
    }

    public void setResolveStages(Boolean resolveStages) {
        this.resolveStages = resolveStages;
    }

    public com.octolane.camel.mapping.SelectKey getSelectKey() {
        return selectKey;
    }

    public void setSelectKey(com.octolane.camel.mapping.SelectKey selectKey) {
        this.selectKey = selectKey;
    }

    public com.octolane.camel.mapping.Unmapped getUnmapped() {
        return unmapped;
    }

    public void setUnmapped(com.octolane.camel.mapping.Unmapped unmapped) {
        this.unmapped = unmapped;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    public com.octolane.camel.bulk.BulkRowListener getBulkRowListener() {
        return bulkRowListener;
    }

    public void setBulkRowListener(com.octolane.camel.bulk.BulkRowListener bulkRowListener) {
        this.bulkRowListener = bulkRowListener;
    }

    public Boolean getAutowiredEnabled() {
        return autowiredEnabled;
    }

    public void setAutowiredEnabled(Boolean autowiredEnabled) {
        this.autowiredEnabled = autowiredEnabled;
    }

    public String getConnectTimeout() {
        return connectTimeout;
    }

    public void setConnectTimeout(String connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public org.apache.camel.component.http.HttpComponent getHttpComponent() {
        return httpComponent;
    }

    public void setHttpComponent(org.apache.camel.component.http.HttpComponent httpComponent) {
        this.httpComponent = httpComponent;
    }

    public Integer getMaxConnections() {
        return maxConnections;
    }

    public void setMaxConnections(Integer maxConnections) {
        this.maxConnections = maxConnections;
    }

    public String getResponseTimeout() {
        return responseTimeout;
    }

    public void setResponseTimeout(String responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public Boolean getHealthCheckConsumerEnabled() {
        return healthCheckConsumerEnabled;
    }

    public void setHealthCheckConsumerEnabled(Boolean healthCheckConsumerEnabled) {
        this.healthCheckConsumerEnabled = healthCheckConsumerEnabled;
    }

    public Boolean getHealthCheckProducerEnabled() {
        return healthCheckProducerEnabled;
    }

    public void setHealthCheckProducerEnabled(Boolean healthCheckProducerEnabled) {
        this.healthCheckProducerEnabled = healthCheckProducerEnabled;
    }

    public Integer getMaxRetries() {
        return maxRetries;
    }

    public void setMaxRetries(Integer maxRetries) {
        this.maxRetries = maxRetries;
    }

    public String getMaxRetryDelay() {
        return maxRetryDelay;
    }

    public void setMaxRetryDelay(String maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public Double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    public void setRequestsPerSecond(Double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public String getRetryDelay() {
        return retryDelay;
    }

    public void setRetryDelay(String retryDelay) {
        this.retryDelay = retryDelay;
    }

    public Boolean getRetryUnsafe() {
        return retryUnsafe;
    }

    public void setRetryUnsafe(Boolean retryUnsafe) {
        this.retryUnsafe = retryUnsafe;
    }

    public Boolean getAllowPlainHttp() {
        return allowPlainHttp;
    }

    public void setAllowPlainHttp(Boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public String getApiKey() {
        return apiKey;
    }

    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public org.apache.camel.support.jsse.SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    public void setSslContextParameters(org.apache.camel.support.jsse.SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public Boolean getUseGlobalSslContextParameters() {
        return useGlobalSslContextParameters;
    }

    public void setUseGlobalSslContextParameters(Boolean useGlobalSslContextParameters) {
        this.useGlobalSslContextParameters = useGlobalSslContextParameters;
    }
}
