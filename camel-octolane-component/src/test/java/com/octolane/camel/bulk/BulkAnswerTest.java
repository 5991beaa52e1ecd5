// SPDX-License-Identifier: Apache-2.0
package com.octolane.camel.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.octolane.camel.OctolaneObject;
import com.octolane.camel.bulk.BulkResult.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of shapes that nobody documents. */
class BulkAnswerTest {

    private static final String ALL = "0=1 1=2 2=3";

    /** What became of each row: {@code 0=id} for a success, {@code 0!message{errors}} for a failure, {@code 0?} where nothing is told. */
    private static String outcome(OctolaneObject object, List<Item> items, String data) {
        BulkAnswer answer = BulkAnswer.read(object, json(data), items);
        TreeMap<Integer, String> rows = new TreeMap<>();
        answer.open().forEach(item -> rows.put(item.index(), "?"));
        for (Row row : answer.settled()) {
            String told = row.succeeded()
                    ? "=" + row.id()
                    : "!" + row.error().message() + row.error().errors();
            assertThat(rows.put(row.index(), told)).as("row " + row.index()).isNull();
        }
        List<String> words = new ArrayList<>();
        rows.forEach((index, told) -> words.add(index + told));
        return String.join(" ", words);
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(int index, String key, String field, String value) {
        return new Item(index, null, JsonNodeFactory.instance.objectNode().put(field, value), key);
    }

    /** Creates of a.com, b.com and c.com. */
    private static String accounts(String data) {
        List<Item> items = IntStream.range(0, 3)
                .mapToObj(i -> item(
                        i, null, "domain", List.of("a.com", "b.com", "c.com").get(i)))
                .toList();
        return outcome(OctolaneObject.account, items, data);
    }

    /** Updates of the records u1 and u2. */
    private static String updates(String data) {
        return outcome(OctolaneObject.account, List.of(item(0, "u1", "name", "A"), item(1, "u2", "name", "B")), data);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null", "{'message':'created'}"})
    void whereNothingIsSaidOfAnyRowTheSuccessHoldsForAll(String data) {
        assertThat(accounts(data)).isEqualTo("0=null 1=null 2=null");
        assertThat(updates(data)).isEqualTo("0=u1 1=u2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{'id':'1'},{'id':'2'},{'id':'3'}]",
                "['1','2','3']",
                "[{'account_id':1},{'company_id':2},{'id':3}]",
                "[{'id':'3','domain':'C.com'},{'id':'1','domain':'a.com'},{'id':'2','domain':'b.com'}]",
                "[{'index':2,'id':'3'},{'row':0,'id':'1'},{'position':1,'id':'2'}]",
                "[{'index':3,'id':'2','domain':'b.com'},{'index':2,'id':'3'},{'index':0,'id':'1'}]",
                "[{'record':{'id':'2','domain':'b.com'}},{'data':{'id':'1','domain':'a.com'}},{'item':{'id':'3','domain':'c.com'}}]",
                "[{'input':{'id':'2','domain':'b.com'}},{'account':{'id':'1','domain':'a.com'}},{'index':2,'id':'3'}]",
                "[{'id':'1','error':''},{'id':'2','errors':{},'error':' '},{'id':'3','errors':[],'status':'created','success':true}]"
            })
    void aResultBelongsToTheRowThatItNamesOrElseToItsPlace(String data) {
        assertThat(accounts(data)).isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"accounts", "results", "records", "items", "data", "created", "updated", "succeeded", "success"})
    void theListMayHaveAnyOfTheUsualNames(String name) {
        assertThat(accounts("{'" + name
                        + "':[{'id':'2','domain':'b.com'},{'id':'1','domain':'a.com'},{'id':'3','domain':'c.com'}]}"))
                .isEqualTo(ALL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"errors", "failed", "failures", "error", "rejected", "skipped"})
    void failuresMayStandBesideTheSuccessesWhichThenHaveTheOtherPlaces(String name) {
        assertThat(accounts("{'created':[{'id':'1'},{'id':'3'}],'" + name + "':[{'index':1,'message':'bad'}]}"))
                .isEqualTo("0=1 1!bad{} 2=3");
        assertThat(accounts("{'" + name + "':{'1':{'message':'bad'}}}")).isEqualTo("0=null 1!bad{} 2=null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'success':false,'message':'no'} | no{}",
                "{'error':'no'} | no{}",
                "{'errors':{'domain':'taken'}} | rejected without a message{domain=taken}",
                "{'error':{'domain':'taken'},'message':'no'} | no{domain=taken}",
                "{'errors':['taken'],'reason':'no'} | no{}",
                "{'status':'failed','reason':'no'} | no{}",
                "{'status':'rejected','reason':'no'} | no{}",
                "{'status':'error','message':'no','reason':'other'} | no{}"
            })
    void aFailureInsideAListIsTold(String entry, String told) {
        assertThat(accounts("[{'id':'1'}," + entry + ",{'id':'3'}]")).isEqualTo("0=1 1!" + told + " 2=3");
    }

    @Test
    void whereTheAnswerTellsOfSomeRowsOnlyTheOthersAreOpen() {
        assertThat(accounts("{'created':[{'id':'2','domain':'b.com'}]}")).isEqualTo("0? 1=2 2?");
        assertThat(accounts("{'created':[{'id':'1','domain':'a.com'}],'errors':[{'message':'bad'}]}"))
                .isEqualTo("0=1 1? 2?");
        assertThat(accounts("{'errors':{'nobody':{'message':'bad'}}}")).isEqualTo("0? 1? 2?");
        assertThat(accounts("[{'id':'1'},{'error':'no'},{'id':'3'},{'id':'4'}]"))
                .isEqualTo("0? 1? 2?");
    }

    @Test
    void resultsThatNoRowCanBeGivenLeaveItsIdOpen() {
        assertThat(accounts("[{'id':'1'},{'id':'2'},{'id':'3'},{'id':'4'}]")).isEqualTo("0=null 1=null 2=null");
        assertThat(outcome(
                        OctolaneObject.note,
                        List.of(item(0, null, "text", "a"), item(1, null, "text", "b")),
                        "[{'id':'1','text':'b'},{'id':'2','text':'a'}]"))
                .isEqualTo("0=null 1=null");
    }

    @Test
    void theRecordsOfAnUpdateAreNamedByTheirIds() {
        assertThat(updates("{'u2':{'name':'B'},'u1':{'error':'gone'}}")).isEqualTo("0!gone{} 1=u2");
        assertThat(updates("{'failed':{'u1':'gone'}}")).isEqualTo("0!gone{} 1=u2");
        assertThat(updates("[{'id':'U2','error':'gone'},{'id':'u1'}]")).isEqualTo("0=u1 1!gone{}");
        assertThat(updates("{'updated':[{'id':'u2'}]}")).isEqualTo("0? 1=u2");
    }
}
