// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Mapping.PIPELINE;
import static com.octolane.camel.mapping.Mapping.RECORD;
import static com.octolane.camel.mapping.Mapping.create;
import static com.octolane.camel.mapping.Mapping.deal;
import static com.octolane.camel.mapping.Mapping.json;
import static com.octolane.camel.mapping.Mapping.map;
import static com.octolane.camel.mapping.Mapping.salesforce;
import static org.assertj.core.api.Assertions.assertThat;

import com.octolane.camel.OctolaneObject;
import com.octolane.camel.client.OctolaneMappingException;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SalesforceTest {

    private static final String WANTED = "{'pipeline_id':'" + PIPELINE + "','opportunity':{'name':'Pilot',"
            + "'stage_name':'Prospecting','deal_size':12500,'close_date':1770768000000,'next_steps':'call'},"
            + "'related_objects':{'account_domain':'acme.com','owner_email':'rep@ours.com'}}";

    @Test
    void anOpportunityOfTheRestApiIsReadWithItsNestedRelations() {
        assertThat(create(
                        salesforce(),
                        OctolaneObject.opportunity,
                        json("{'attributes':{'type':'Opportunity','url':'/x'},'Id':'006xx','Pipeline_Id':'" + PIPELINE
                                + "','Name':'Pilot','StageName':'Prospecting','Amount':12500.0,'CloseDate':'2026-02-11',"
                                + "'NextStep':'call','AccountId':'001xx','OwnerId':'005xx','IsWon':false,"
                                + "'CreatedDate':'2026-01-01T00:00:00.000+0000','Account':{'attributes':{'type':'Account'},"
                                + "'Website':'https://www.acme.com'},'Owner':{'Email':'rep@ours.com'}}")))
                .isEqualTo(json(WANTED));
    }

    @Test
    void thePeopleOfAnOpportunityAreItsPrimaryContactAndTheOthers() {
        String roles = "{'Pipeline_Id':'" + PIPELINE + "','Name':'Pilot','OpportunityContactRoles':{'totalSize':3,"
                + "'done':true,'records':[{'attributes':{'type':'OpportunityContactRole'},'IsPrimary':false,"
                + "'Contact':{'attributes':{'type':'Contact'},'Email':'ben@acme.com'}},{'IsPrimary':true,"
                + "'Contact':{'Email':'Ann@acme.com'}},{'IsPrimary':false,'Contact':{'Email':null}}]}}";

        assertThat(create(salesforce(), OctolaneObject.opportunity, json(roles)).path("related_objects"))
                .isEqualTo(
                        json("{'primary_contact_email':'ann@acme.com','additional_contact_emails':['ben@acme.com']}"));
        assertThat(create(salesforce(), OctolaneObject.opportunity, json(roles.replaceAll("'IsPrimary':[a-z]+,", "")))
                        .path("related_objects"))
                .isEqualTo(
                        json("{'primary_contact_email':'ben@acme.com','additional_contact_emails':['ann@acme.com']}"));
        assertThat(salesforce()
                        .update(OctolaneObject.opportunity, json("{'Name':'Pilot','OpportunityContactRoles':null}"))
                        .changes())
                .isEqualTo(json("{'name':'Pilot'}"));
    }

    @Test
    void rolesThatAreNoAnswerOfAQueryAreAFieldThatNoRuleKnows() {
        assertThat(deal(salesforce(), "OpportunityContactRoles", "Ann, Ben").at("/opportunity/custom_attributes"))
                .isEqualTo(json("{'OpportunityContactRoles':'Ann, Ben'}"));
    }

    @Test
    void whatARelationLacksClearsNothing() {
        assertThat(salesforce()
                        .update(
                                OctolaneObject.opportunity,
                                json("{'Name':'Pilot','Amount':null,'Owner':null,"
                                        + "'Account':{'attributes':{'type':'Account'},'Website':null}}"))
                        .changes())
                .isEqualTo(json("{'name':'Pilot','deal_size':null}"));
    }

    @Test
    void anOpportunityMayBeFlatWithDottedNames() {
        assertThat(deal(
                        salesforce(),
                        "Name",
                        "Pilot",
                        "StageName",
                        "Prospecting",
                        "Amount",
                        "12,500.00",
                        "CloseDate",
                        "2026-02-11",
                        "NextStep",
                        "call",
                        "Account.Website",
                        "www.acme.com",
                        "Owner.Email",
                        "rep@ours.com"))
                .isEqualTo(json(WANTED));
    }

    @Test
    void anOpportunityReportIsReadByItsHeadings() {
        assertThat(create(
                        salesforce(),
                        OctolaneObject.opportunity,
                        map(
                                "Pipeline ID", PIPELINE,
                                "Opportunity Name", "Pilot",
                                "Stage", "Prospecting",
                                "Amount", "$12,500.00",
                                "Close Date", "2026-02-11",
                                "Next Step", "call",
                                "Account Website", "acme.com",
                                "Opportunity Owner Email", "rep@ours.com",
                                "Lead Source", "Web")))
                .isEqualTo(json(WANTED.replace(
                        "'next_steps':'call'", "'next_steps':'call','custom_attributes':{'Lead Source':'Web'}")));
    }

    @Test
    void anAccountIsReadFromTheApiAndFromAReport() {
        String wanted = "{'domain':'acme.com','name':'Acme','industry':'Robotics','estimated_revenue':1000000,"
                + "'employee_range':'250','primary_location':'Berlin'}";

        assertThat(create(
                        salesforce(),
                        OctolaneObject.account,
                        map(
                                "Website",
                                "https://acme.com/",
                                "Name",
                                "Acme",
                                "Industry",
                                "Robotics",
                                "AnnualRevenue",
                                1e6,
                                "NumberOfEmployees",
                                250,
                                "BillingCity",
                                "Berlin",
                                "ParentId",
                                null)))
                .isEqualTo(json(wanted));
        assertThat(create(
                        salesforce(),
                        OctolaneObject.account,
                        map(
                                "Website",
                                "acme.com",
                                "Account Name",
                                "Acme",
                                "Industry",
                                "Robotics",
                                "Annual Revenue",
                                "$1,000,000",
                                "Employees",
                                "250",
                                "Billing City",
                                "Berlin")))
                .isEqualTo(json(wanted));
    }

    @Test
    void contactsAndLeadsAreContacts() {
        String wanted =
                "{'email':'ann@acme.com','first_name':'Ann','last_name':'Lee','job_title':'CEO','current_company':'Acme'}";

        assertThat(create(
                        salesforce(),
                        OctolaneObject.contact,
                        map(
                                "Email",
                                "ann@acme.com",
                                "FirstName",
                                "Ann",
                                "LastName",
                                "Lee",
                                "Title",
                                "CEO",
                                "Account",
                                Map.of("Name", "Acme"))))
                .isEqualTo(json(wanted));
        assertThat(create(
                        salesforce(),
                        OctolaneObject.contact,
                        map(
                                "Id",
                                "00Qxx",
                                "Email",
                                "ann@acme.com",
                                "First Name",
                                "Ann",
                                "Last Name",
                                "Lee",
                                "Title",
                                "CEO",
                                "Company / Account",
                                "Acme")))
                .isEqualTo(json(wanted));
        assertThat(create(
                        salesforce(),
                        OctolaneObject.contact,
                        map(
                                "Email",
                                "ann@acme.com",
                                "FirstName",
                                "Ann",
                                "LastName",
                                "Lee",
                                "Title",
                                "CEO",
                                "Company",
                                "Acme",
                                "Status",
                                "New")))
                .isEqualTo(json(wanted.replace("}", ",'Status':'New'}")));
    }

    @Test
    void theUsersMappingGoesBeforeThePreset() {
        RecordMapper mapper = Mapping.with(new MappingOptions(
                Preset.salesforce,
                Map.of("Amount", "acv", "ARR__c", "deal_size"),
                Unmapped.custom,
                null,
                ZoneOffset.UTC));

        assertThat(deal(mapper, "Amount", 1, "ARR__c", 2).at("/opportunity"))
                .isEqualTo(json("{'name':'Pilot','deal_size':2,'custom_attributes':{'acv':1}}"));
    }

    @Test
    void anUpdateTakesAnIdOfOctolaneAndNotOneOfSalesforce() {
        assertThat(salesforce()
                        .update(OctolaneObject.account, map("id", RECORD, "Name", "x"))
                        .id())
                .isEqualTo(RECORD);
        assertThat(salesforce()
                        .update(OctolaneObject.account, map("Id", "001xx", "Name", "x"))
                        .id())
                .isNull();
    }

    @Test
    void theHeadingsOfSalesforceMeanNothingWithoutThePreset() {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> create(
                        Mapping.plain(),
                        OctolaneObject.opportunity,
                        map("pipeline_id", PIPELINE, "Opportunity Name", "x"))))
                .isInstanceOf(OctolaneMappingException.class);
    }
}
