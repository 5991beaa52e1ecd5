// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel;

import com.octolane.camel.bulk.BulkRowListener;
import com.octolane.camel.mapping.CustomFieldKey;
import com.octolane.camel.mapping.Preset;
import com.octolane.camel.mapping.SelectKey;
import com.octolane.camel.mapping.Unmapped;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.RuntimeCamelException;
import org.apache.camel.component.http.HttpComponent;
import org.apache.camel.spi.Metadata;
import org.apache.camel.spi.StateRepository;
import org.apache.camel.spi.UriParam;
import org.apache.camel.spi.UriParams;
import org.apache.camel.support.jsse.SSLContextParameters;

/** The options of an endpoint, whose values on the component are the defaults. Durations are texts in any of Camel's forms. */
@UriParams
public class OctolaneConfiguration implements Cloneable {

    @UriParam(label = "producer", defaultValue = "create", description = "What the producer does.")
    private OctolaneOperation operation = OctolaneOperation.create;

    @UriParam(
            label = "producer",
            description =
                    "The id of the record to update or to get. A key id of the body, and the header CamelOctolaneRecordId, go before it.")
    private String recordId;

    @UriParam(
            label = "producer",
            description =
                    "The fields by which an upsert recognises a record, separated by commas; custom_fields.SLUG for a custom one. By default domain for accounts and email for contacts; required for opportunities.")
    private String matchOn;

    @UriParam(
            label = "producer",
            defaultValue = "octolane",
            description =
                    "The preset that knows the names of the source's fields: the API's own, or those of Salesforce.")
    private Preset mapping = Preset.octolane;

    @UriParam(
            label = "producer",
            prefix = "fieldMapping.",
            multiValue = true,
            description =
                    "Names of source fields and the API's names for them, for example fieldMapping.Betrag=deal_size. Goes before the preset.")
    private Map<String, Object> fieldMapping;

    @UriParam(
            label = "producer",
            defaultValue = "custom",
            description =
                    "What becomes of a source field that no rule knows: it is sent as a custom attribute, left out, or makes the record fail.")
    private Unmapped unmapped = Unmapped.custom;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Reads the definitions of custom fields, and lets a source name a custom field by its label, slug or property name and an option of a select by its label. What no definition knows follows unmapped. Definitions are read again after five minutes.")
    private boolean resolveCustomFields;

    @UriParam(
            label = "producer",
            defaultValue = "given",
            description =
                    "With resolveCustomFields, the name under which a custom field is written: as the source gives it (a label as property name), always its slug, or always its property name.")
    private CustomFieldKey customFieldKey = CustomFieldKey.given;

    @UriParam(
            label = "producer",
            defaultValue = "value",
            description =
                    "With resolveCustomFields, whether the option of a select is written as its value or as its label.")
    private SelectKey selectKey = SelectKey.value;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description =
                    "Looks up the stages that opportunities name in their pipeline, in any case, and writes the id in place of the name. Stages are read again after five minutes.")
    private boolean resolveStages;

    @UriParam(
            label = "producer",
            prefix = "opportunityUpdateNames.",
            multiValue = true,
            description =
                    "The API's names for fields of opportunities in updates, where they are not those of creates, for example opportunityUpdateNames.deal_size=opportunity_deal_size.")
    private Map<String, Object> opportunityUpdateNames;

    @UriParam(
            label = "producer",
            description =
                    "How text dates are read: one or more patterns of java.time.format.DateTimeFormatter separated by a vertical bar. ISO-8601 is always understood.")
    private String dateFormat;

    @UriParam(label = "producer", defaultValue = "UTC", description = "The time zone of text dates that name none.")
    private String zone = "UTC";

    @UriParam(
            label = "producer",
            defaultValue = "0",
            description =
                    "Records in one call of a bulk operation. 0 for the API's maximum: 100 for creates, 50 for updates.")
    private int bulkSize;

    @UriParam(
            label = "producer",
            defaultValue = "4",
            description = "Calls of one bulk operation that are under way at the same time.")
    private int bulkConcurrency = 4;

    @UriParam(
            label = "producer",
            defaultValue = "true",
            description =
                    "Whether a bulk operation with rows that did not succeed throws an OctolaneBulkException, which carries the BulkResult. Otherwise only the result tells.")
    private boolean failOnPartial = true;

    @UriParam(
            label = "producer,advanced",
            description =
                    "Is given each row of a bulk operation as soon as it is settled, in the order of the input. The BulkResult then keeps only rows that did not succeed, so that an input may be endless.")
    private BulkRowListener bulkRowListener;

    @UriParam(
            label = "producer",
            defaultValue = "false",
            description = "Maps and validates, sends nothing, and answers with the request that would be sent.")
    private boolean dryRun;

    @UriParam(
            label = "producer",
            defaultValue = "page",
            description =
                    "What list and search give: one page as a List, all records as a List, or a lazy Iterator for split(body()).streaming().")
    private Paging paging = Paging.page;

    @UriParam(label = "common", description = "Free text that records must match.")
    private String query;

    @UriParam(
            label = "common",
            prefix = "filter.",
            multiValue = true,
            description =
                    "Conditions that records must meet, for example filter.deal_size=gte:50000 or filter.stage_name=in:Won,Negotiation. Without an operator the value must be equal.")
    private Map<String, Object> filter;

    @UriParam(
            label = "common",
            description = "Conditions as a list of maps or beans with field, operator and value, or as JSON text.")
    private Object filters;

    @UriParam(label = "common", description = "The order of records: a field, optionally with :asc or :desc.")
    private String sort;

    @UriParam(label = "common", description = "The fields to read, separated by commas. All when not set.")
    private String fields;

    @UriParam(
            label = "common",
            defaultValue = "0",
            description =
                    "Records on a page, 1 to 500. 0 for 100 in a producer, and 500 in a consumer and in the look-ups of upserts.")
    private int pageSize;

    @UriParam(
            label = "common",
            defaultValue = "map",
            description =
                    "The form of records that are read or answered: a Map, JSON text, or a class of com.octolane.camel.model.")
    private OutputFormat outputFormat = OutputFormat.map;

    @UriParam(
            label = "consumer",
            defaultValue = "changed",
            enums = "changed,new,all",
            description =
                    "What the consumer emits: what was created or updated since the position, what was created since, or everything at every poll.")
    private String emit = "changed";

    @UriParam(
            label = "consumer",
            defaultValue = "beginning",
            description =
                    "Where to start when no position is stored: beginning, now (the time of the server), or an ISO-8601 instant.")
    private String startFrom = "beginning";

    @UriParam(
            label = "consumer",
            defaultValue = "60s",
            javaType = "java.time.Duration",
            description = "How far before the position each poll looks again, for records that became visible late.")
    private String lookback = "60s";

    @UriParam(
            label = "consumer",
            defaultValue = "auto",
            enums = "auto,filter,newestFirst",
            description =
                    "How changes are found: filter asks for them oldest first; newestFirst reads back from the newest one and then delivers oldest first; auto is the first, and the second where the API refuses that filter or sort.")
    private String scan = "auto";

    @UriParam(label = "consumer", description = "Keeps the position. In memory only when not set.")
    private StateRepository<String, String> stateRepository;

    @UriParam(
            label = "consumer",
            description =
                    "The name of the position in the repository. ROUTE-ID/OBJECT, for opportunities ROUTE-ID/OBJECT/PIPELINE, when not set.")
    private String stateKey;

    @UriParam(
            label = "consumer",
            defaultValue = "true",
            description = "Whether each record is an exchange of its own, rather than each page.")
    private boolean splitResults = true;

    @UriParam(
            label = "common",
            description =
                    "The pipeline of opportunities. A key pipeline_id of the record, and the header CamelOctolanePipelineId, go before it.")
    private String pipelineId;

    @UriParam(
            label = "common",
            description =
                    "The stage of opportunities: that of created ones which name none, and that which reads are limited to.")
    private String stageId;

    @UriParam(
            label = "common",
            defaultValue = "https://api.octolane.com/v1",
            description = "The address of the API, with or without a trailing slash.")
    // assumption A-34
    private String baseUrl = "https://api.octolane.com/v1";

    @Metadata(secret = true)
    @UriParam(
            label = "security",
            secret = true,
            description =
                    "The API key. Required, here or on the component. It is sent as x-api-key to the host of baseUrl and nowhere else.")
    private String apiKey;

    @UriParam(label = "security", description = "TLS settings of the calls.")
    private SSLContextParameters sslContextParameters;

    @UriParam(
            label = "security",
            defaultValue = "false",
            description = "Permits a baseUrl with http:// whose host is not this machine.")
    private boolean allowPlainHttp;

    @UriParam(
            label = "resilience",
            defaultValue = "3",
            description = "How often a failed call is repeated, where repeating is safe and may help.")
    private int maxRetries = 3;

    @UriParam(
            label = "resilience",
            defaultValue = "1s",
            javaType = "java.time.Duration",
            description =
                    "The delay before the first repetition; it doubles with each further one, less a random part.")
    private String retryDelay = "1s";

    @UriParam(
            label = "resilience",
            defaultValue = "60s",
            javaType = "java.time.Duration",
            description =
                    "The longest delay before a repetition. When the API asks for a longer one, the call fails at once and tells it.")
    private String maxRetryDelay = "60s";

    @UriParam(
            label = "resilience",
            defaultValue = "false",
            description =
                    "Also repeats the create of an opportunity, note or activity whose outcome is unknown. This may create it twice.")
    private boolean retryUnsafe;

    @UriParam(
            label = "resilience",
            defaultValue = "0",
            description =
                    "The most calls a second, shared by all endpoints of this JVM with the same key and base URL. 0 for no limit.")
    private double requestsPerSecond;

    @UriParam(
            label = "advanced",
            description =
                    "The camel-http component whose settings (proxy, pool, TLS, timeouts, configurers) the calls use. By default the context's http or https component.")
    private HttpComponent httpComponent;

    @UriParam(
            label = "advanced",
            defaultValue = "10s",
            javaType = "java.time.Duration",
            description =
                    "How long connecting may take. When not set, a timeout that was set on the camel-http component holds.")
    private String connectTimeout;

    @UriParam(
            label = "advanced",
            defaultValue = "60s",
            javaType = "java.time.Duration",
            description =
                    "How long the API may take to answer. When not set, a timeout that was set on the camel-http component holds.")
    private String responseTimeout;

    @UriParam(label = "advanced", defaultValue = "200", description = "The most connections to the API.")
    private int maxConnections = 200;

    /** A copy that shares nothing that can be changed. */
    public OctolaneConfiguration copy() {
        try {
            OctolaneConfiguration copy = (OctolaneConfiguration) clone();
            copy.fieldMapping = copied(fieldMapping);
            copy.opportunityUpdateNames = copied(opportunityUpdateNames);
            copy.filter = copied(filter);
            return copy;
        } catch (CloneNotSupportedException e) {
            throw new RuntimeCamelException(e);
        }
    }

    private static Map<String, Object> copied(Map<String, Object> option) {
        return option == null ? null : new LinkedHashMap<>(option);
    }

    /** The values of a multi-value option as texts; none where it is not set. */
    static Map<String, String> texts(Map<String, Object> option) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (option != null) {
            option.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        }
        return texts;
    }

    public OctolaneOperation getOperation() {
        return operation;
    }

    /** What the producer does. */
    public void setOperation(OctolaneOperation operation) {
        this.operation = operation;
    }

    public String getRecordId() {
        return recordId;
    }

    /** The id of the record to update or to get. A key id of the body, and the header CamelOctolaneRecordId, go before it. */
    public void setRecordId(String recordId) {
        this.recordId = recordId;
    }

    public String getMatchOn() {
        return matchOn;
    }

    /** The fields by which an upsert recognises a record, separated by commas; custom_fields.SLUG for a custom one. By default domain for accounts and email for contacts; required for opportunities. */
    public void setMatchOn(String matchOn) {
        this.matchOn = matchOn;
    }

    public Preset getMapping() {
        return mapping;
    }

    /** The preset that knows the names of the source's fields: the API's own, or those of Salesforce. */
    public void setMapping(Preset mapping) {
        this.mapping = mapping;
    }

    public Map<String, Object> getFieldMapping() {
        return fieldMapping;
    }

    /** Names of source fields and the API's names for them, for example fieldMapping.Betrag=deal_size. Goes before the preset. */
    public void setFieldMapping(Map<String, Object> fieldMapping) {
        this.fieldMapping = fieldMapping;
    }

    public Unmapped getUnmapped() {
        return unmapped;
    }

    /** What becomes of a source field that no rule knows: it is sent as a custom attribute, left out, or makes the record fail. */
    public void setUnmapped(Unmapped unmapped) {
        this.unmapped = unmapped;
    }

    public boolean isResolveCustomFields() {
        return resolveCustomFields;
    }

    /** Reads the definitions of custom fields, and lets a source name a custom field by its label, slug or property name and an option of a select by its label. What no definition knows follows unmapped. Definitions are read again after five minutes. */
    public void setResolveCustomFields(boolean resolveCustomFields) {
        this.resolveCustomFields = resolveCustomFields;
    }

    public CustomFieldKey getCustomFieldKey() {
        return customFieldKey;
    }

    /** With resolveCustomFields, the name under which a custom field is written: as the source gives it (a label as property name), always its slug, or always its property name. */
    public void setCustomFieldKey(CustomFieldKey customFieldKey) {
        this.customFieldKey = customFieldKey;
    }

    public SelectKey getSelectKey() {
        return selectKey;
    }

    /** With resolveCustomFields, whether the option of a select is written as its value or as its label. */
    public void setSelectKey(SelectKey selectKey) {
        this.selectKey = selectKey;
    }

    public boolean isResolveStages() {
        return resolveStages;
    }

    /** Looks up the stages that opportunities name in their pipeline, in any case, and writes the id in place of the name. */
    public void setResolveStages(boolean resolveStages) {
        this.resolveStages = resolveStages;
    }

    public Map<String, Object> getOpportunityUpdateNames() {
        return opportunityUpdateNames;
    }

    /** The API's names for fields of opportunities in updates, where they are not those of creates, for example opportunityUpdateNames.deal_size=opportunity_deal_size. */
    public void setOpportunityUpdateNames(Map<String, Object> opportunityUpdateNames) {
        this.opportunityUpdateNames = opportunityUpdateNames;
    }

    public String getDateFormat() {
        return dateFormat;
    }

    /** How text dates are read: one or more patterns of java.time.format.DateTimeFormatter separated by a vertical bar. ISO-8601 is always understood. */
    public void setDateFormat(String dateFormat) {
        this.dateFormat = dateFormat;
    }

    public String getZone() {
        return zone;
    }

    /** The time zone of text dates that name none. */
    public void setZone(String zone) {
        this.zone = zone;
    }

    public int getBulkSize() {
        return bulkSize;
    }

    /** Records in one call of a bulk operation. 0 for the API's maximum: 100 for creates, 50 for updates. */
    public void setBulkSize(int bulkSize) {
        this.bulkSize = bulkSize;
    }

    public int getBulkConcurrency() {
        return bulkConcurrency;
    }

    /** Calls of one bulk operation that are under way at the same time. */
    public void setBulkConcurrency(int bulkConcurrency) {
        this.bulkConcurrency = bulkConcurrency;
    }

    public boolean isFailOnPartial() {
        return failOnPartial;
    }

    /** Whether a bulk operation with rows that did not succeed throws an OctolaneBulkException, which carries the BulkResult. Otherwise only the result tells. */
    public void setFailOnPartial(boolean failOnPartial) {
        this.failOnPartial = failOnPartial;
    }

    public BulkRowListener getBulkRowListener() {
        return bulkRowListener;
    }

    /** Is given each row of a bulk operation as soon as it is settled, in the order of the input. The BulkResult then keeps only rows that did not succeed, so that an input may be endless. */
    public void setBulkRowListener(BulkRowListener bulkRowListener) {
        this.bulkRowListener = bulkRowListener;
    }

    public boolean isDryRun() {
        return dryRun;
    }

    /** Maps and validates, sends nothing, and answers with the request that would be sent. */
    public void setDryRun(boolean dryRun) {
        this.dryRun = dryRun;
    }

    public Paging getPaging() {
        return paging;
    }

    /** What list and search give: one page as a List, all records as a List, or a lazy Iterator for split(body()).streaming(). */
    public void setPaging(Paging paging) {
        this.paging = paging;
    }

    public String getQuery() {
        return query;
    }

    /** Free text that records must match. */
    public void setQuery(String query) {
        this.query = query;
    }

    public Map<String, Object> getFilter() {
        return filter;
    }

    /** Conditions that records must meet, for example filter.deal_size=gte:50000 or filter.stage_name=in:Won,Negotiation. Without an operator the value must be equal. */
    public void setFilter(Map<String, Object> filter) {
        this.filter = filter;
    }

    public Object getFilters() {
        return filters;
    }

    /** Conditions as a list of maps or beans with field, operator and value, or as JSON text. */
    public void setFilters(Object filters) {
        this.filters = filters;
    }

    public String getSort() {
        return sort;
    }

    /** The order of records: a field, optionally with :asc or :desc. */
    public void setSort(String sort) {
        this.sort = sort;
    }

    public String getFields() {
        return fields;
    }

    /** The fields to read, separated by commas. All when not set. */
    public void setFields(String fields) {
        this.fields = fields;
    }

    public int getPageSize() {
        return pageSize;
    }

    /** Records on a page, 1 to 500. 0 for 100 in a producer, and 500 in a consumer and in the look-ups of upserts. */
    public void setPageSize(int pageSize) {
        this.pageSize = pageSize;
    }

    public OutputFormat getOutputFormat() {
        return outputFormat;
    }

    /** The form of records that are read or answered: a Map, JSON text, or a class of com.octolane.camel.model. */
    public void setOutputFormat(OutputFormat outputFormat) {
        this.outputFormat = outputFormat;
    }

    public String getEmit() {
        return emit;
    }

    /** What the consumer emits: what was created or updated since the position, what was created since, or everything at every poll. */
    public void setEmit(String emit) {
        this.emit = emit;
    }

    public String getStartFrom() {
        return startFrom;
    }

    /** Where to start when no position is stored: beginning, now (the time of the server), or an ISO-8601 instant. */
    public void setStartFrom(String startFrom) {
        this.startFrom = startFrom;
    }

    public String getLookback() {
        return lookback;
    }

    /** How far before the position each poll looks again, for records that became visible late. */
    public void setLookback(String lookback) {
        this.lookback = lookback;
    }

    public String getScan() {
        return scan;
    }

    /** How changes are found: filter asks for them oldest first; newestFirst reads back from the newest one and then delivers oldest first; auto is the first, and the second where the API refuses that filter or sort. */
    public void setScan(String scan) {
        this.scan = scan;
    }

    public StateRepository<String, String> getStateRepository() {
        return stateRepository;
    }

    /** Keeps the position. In memory only when not set. */
    public void setStateRepository(StateRepository<String, String> stateRepository) {
        this.stateRepository = stateRepository;
    }

    public String getStateKey() {
        return stateKey;
    }

    /** The name of the position in the repository. ROUTE-ID/OBJECT, for opportunities ROUTE-ID/OBJECT/PIPELINE, when not set. */
    public void setStateKey(String stateKey) {
        this.stateKey = stateKey;
    }

    public boolean isSplitResults() {
        return splitResults;
    }

    /** Whether each record is an exchange of its own, rather than each page. */
    public void setSplitResults(boolean splitResults) {
        this.splitResults = splitResults;
    }

    public String getPipelineId() {
        return pipelineId;
    }

    /** The pipeline of opportunities. A key pipeline_id of the record, and the header CamelOctolanePipelineId, go before it. */
    public void setPipelineId(String pipelineId) {
        this.pipelineId = pipelineId;
    }

    public String getStageId() {
        return stageId;
    }

    /** The stage of opportunities: that of created ones which name none, and that which reads are limited to. */
    public void setStageId(String stageId) {
        this.stageId = stageId;
    }

    public String getBaseUrl() {
        return baseUrl;
    }

    /** The address of the API, with or without a trailing slash. */
    public void setBaseUrl(String baseUrl) {
        this.baseUrl = baseUrl;
    }

    public String getApiKey() {
        return apiKey;
    }

    /** The API key. Required, here or on the component. It is sent as x-api-key to the host of baseUrl and nowhere else. */
    public void setApiKey(String apiKey) {
        this.apiKey = apiKey;
    }

    public SSLContextParameters getSslContextParameters() {
        return sslContextParameters;
    }

    /** TLS settings of the calls. */
    public void setSslContextParameters(SSLContextParameters sslContextParameters) {
        this.sslContextParameters = sslContextParameters;
    }

    public boolean isAllowPlainHttp() {
        return allowPlainHttp;
    }

    /** Permits a baseUrl with http:// whose host is not this machine. */
    public void setAllowPlainHttp(boolean allowPlainHttp) {
        this.allowPlainHttp = allowPlainHttp;
    }

    public int getMaxRetries() {
        return maxRetries;
    }

    /** How often a failed call is repeated, where repeating is safe and may help. */
    public void setMaxRetries(int maxRetries) {
        this.maxRetries = maxRetries;
    }

    public String getRetryDelay() {
        return retryDelay;
    }

    /** The delay before the first repetition; it doubles with each further one, less a random part. */
    public void setRetryDelay(String retryDelay) {
        this.retryDelay = retryDelay;
    }

    public String getMaxRetryDelay() {
        return maxRetryDelay;
    }

    /** The longest delay before a repetition. When the API asks for a longer one, the call fails at once and tells it. */
    public void setMaxRetryDelay(String maxRetryDelay) {
        this.maxRetryDelay = maxRetryDelay;
    }

    public boolean isRetryUnsafe() {
        return retryUnsafe;
    }

    /** Also repeats the create of an opportunity, note or activity whose outcome is unknown. This may create it twice. */
    public void setRetryUnsafe(boolean retryUnsafe) {
        this.retryUnsafe = retryUnsafe;
    }

    public double getRequestsPerSecond() {
        return requestsPerSecond;
    }

    /** The most calls a second, shared by all endpoints of this JVM with the same key and base URL. 0 for no limit. */
    public void setRequestsPerSecond(double requestsPerSecond) {
        this.requestsPerSecond = requestsPerSecond;
    }

    public HttpComponent getHttpComponent() {
        return httpComponent;
    }

    /** The camel-http component whose settings (proxy, pool, TLS, timeouts, configurers) the calls use. By default the context's http or https component. */
    public void setHttpComponent(HttpComponent httpComponent) {
        this.httpComponent = httpComponent;
    }

    public String getConnectTimeout() {
        return connectTimeout;
    }

    /** How long connecting may take. When not set, a timeout that was set on the camel-http component holds. */
    public void setConnectTimeout(String connectTimeout) {
        this.connectTimeout = connectTimeout;
    }

    public String getResponseTimeout() {
        return responseTimeout;
    }

    /** How long the API may take to answer. When not set, a timeout that was set on the camel-http component holds. */
    public void setResponseTimeout(String responseTimeout) {
        this.responseTimeout = responseTimeout;
    }

    public int getMaxConnections() {
        return maxConnections;
    }

    /** The most connections to the API. */
    public void setMaxConnections(int maxConnections) {
        this.maxConnections = maxConnections;
    }
}
