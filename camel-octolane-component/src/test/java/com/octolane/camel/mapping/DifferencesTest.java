// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.mapping;

import static com.octolane.camel.mapping.Mapping.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.octolane.camel.OctolaneObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DifferencesTest {

    private static ObjectNode different(OctolaneObject object, String wanted, String actual) {
        return Differences.of(object, (ObjectNode) json(wanted), json(actual), CustomNamesTest.FIELDS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "opportunity | {'close_date':1770768000000} | {'close_date':'2026-02-11T00:00:00Z'}",
                "opportunity | {'deal_size':12500} | {'deal_size':'12,500.00'}",
                "opportunity | {'deal_size':12500.0} | {'deal_size':12500}",
                "opportunity | {'owner_id':'AB'} | {'owner_id':'ab'}",
                "account | {'last_interaction':'2026-02-11T01:00:00+01:00'} | {'last_interaction':1770768000000}",
                "account | {'last_interaction':'soon'} | {'last_interaction':' soon'}",
                "account | {'founded':1999} | {'founded':'1999'}",
                "account | {'total_fund_raised':0} | {'total_fund_raised':'0.00'}",
                "account | {'total_fund_raised':'unknown'} | {'total_fund_raised':'unknown'}",
                "account | {'domain':'acme.com'} | {'domain':'ACME.com '}",
                "account | {'name':'Acme'} | {'name':' Acme '}",
                "account | {'name':null} | {'name':null}",
                "account | {'name':null} | {}",
                "account | {'tags':['a','b']} | {'tags':['b','a']}",
                "contact | {'email_verified':true} | {'email_verified':'TRUE'}",
                "contact | {'other_emails':['a@x.com']} | {'other_emails':['A@x.com']}",
                "activity | {'metadata':{'a':1}} | {'metadata':{'a':1}}"
            })
    void aValueInAnotherFormIsNoDifference(OctolaneObject object, String wanted, String actual) {
        assertThat(different(object, wanted, actual)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "opportunity | {'close_date':1770768000001} | {'close_date':'2026-02-11T00:00:00Z'}",
                "opportunity | {'close_date':1770768000000} | {'close_date':'soon'}",
                "opportunity | {'deal_size':12500} | {'deal_size':125}",
                "account | {'name':'Acme'} | {'name':'acme'}",
                "account | {'name':'Acme'} | {'name':null}",
                "account | {'name':'Acme'} | {}",
                "account | {'name':null} | {'name':'Acme'}",
                "account | {'tags':['a','b']} | {'tags':['a']}",
                "account | {'tags':['ab']} | {'tags':['a','b']}",
                "contact | {'email_verified':true} | {'email_verified':false}",
                "activity | {'metadata':{'a':1}} | {'metadata':{'a':2}}",
                "account | {'tier':'Gold'} | {'custom_fields':{'tier':'silver-2'}}",
                "account | {'tier':'Gold'} | {'custom_fields':{}}",
                "account | {'Interests':['Chess','Sailing']} | {'custom_fields':{'interests':['chess-2']}}",
                "account | {'Colour':'red'} | {'custom_fields':{'colour':'blue'}}",
                "account | {'Colour':'red'} | {'custom_fields':{'other':'red'}}"
            })
    void anotherValueIsADifference(OctolaneObject object, String wanted, String actual) {
        assertThat(different(object, wanted, actual)).isEqualTo(json(wanted));
    }

    @Test
    void onlyWhatDiffersIsTold() {
        assertThat(different(
                        OctolaneObject.account,
                        "{'name':'Acme','industry':'Robotics','Colour':'red'}",
                        "{'name':'Acme','industry':'Toys','custom_fields':{'colour':'red'}}"))
                .isEqualTo(json("{'industry':'Robotics'}"));
    }

    @Test
    void aFieldIsFoundUnderAnyOfTheNamesThatReadsGiveIt() {
        assertThat(different(OctolaneObject.account, "{'domain':'acme.com'}", "{'Website':'acme.com'}"))
                .isEmpty();
        assertThat(different(OctolaneObject.contact, "{'full_name':'Ann'}", "{'id':'x','name':'Ann'}"))
                .isEmpty();
        assertThat(different(OctolaneObject.contact, "{'full_name':'Ann'}", "{'full_name':'Ann','name':'Ben'}"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'tier':'Gold'} | {'tier':'gold-1'}",
                "{'text_123':'GOLD-1'} | {'tier':'gold-1'}",
                "{'Tier':' Bronze'} | {'tier':'Bronze '}",
                "{'Interests':['Chess','Sailing']} | {'interests':['sail-1','chess-2']}",
                "{'tier':null} | {}",
                "{'tier':5} | {'tier':5.0}",
                "{'Lead Source':'web'} | {'other':'x','lead_source':'web'}",
                "{'Lead Source':'web'} | {'lead_source':' web '}",
                "{'score':0.0} | {'score':'0'}",
                "{'score':1500} | {'score':1.5E+3}",
                "{'list':['b','a']} | {'list':['a','b']}",
            })
    void aCustomFieldIsComparedUnderTheNameThatReadsGiveItAndByTheValueOfItsOption(String wanted, String shown) {
        assertThat(different(OctolaneObject.account, wanted, "{'custom_fields':" + shown + "}"))
                .isEmpty();
    }
}
