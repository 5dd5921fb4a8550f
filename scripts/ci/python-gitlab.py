"""Runs all calls of python-gitlab that the Jobs API answers, and prints as JSON what came of each.

Usage: python-gitlab.py URL, of a server that has just been filled with the demo world.
"""

import io
import json
import sys
import warnings
import zipfile

import gitlab

server = gitlab.Gitlab(sys.argv[1], private_token="demo-mia-personal")
project = server.projects.get("harbor/webshop", lazy=True)
results = {}


def call(name):
    """Makes the function's answer, or the refusal, the result of that name."""

    def run(function):
        try:
            results[name] = function()
        except gitlab.exceptions.GitlabError as error:
            results[name] = {"refused": error.response_code, "why": str(error.error_message)}

    return run


def job(number):
    return project.jobs.get(number)


def names(archive):
    return sorted(zipfile.ZipFile(io.BytesIO(archive)).namelist())


def streamed(download, *args, **kwargs):
    chunks = []
    assert download(*args, streamed=True, action=chunks.append, **kwargs) is None
    return b"".join(chunks)


@call("project")
def _():
    return server.projects.get(1).path_with_namespace


@call("user")
def _():
    server.auth()
    return server.user.username


@call("list by scope")
def _():
    return sorted({each.status for each in project.jobs.list(scope=["failed", "canceled"], get_all=True)})


@call("list by one scope")
def _():
    return [each.status for each in project.jobs.list(scope="running", get_all=True)]


@call("list all")
def _():
    with warnings.catch_warnings():
        # One that the client gives if the pages lie elsewhere than the address it was given.
        warnings.simplefilter("error")
        return [each.id for each in project.jobs.list(iterator=True, per_page=7)]


@call("list by keyset")
def _():
    keyset = {"pagination": "keyset", "order_by": "id", "sort": "desc"}
    return [each.id for each in project.jobs.list(iterator=True, per_page=7, **keyset)]


@call("page")
def _():
    page = project.jobs.list(iterator=True, per_page=5, page=2)
    return [page.current_page, page.prev_page, page.next_page, page.per_page]


@call("get")
def _():
    found = job(8)
    return {"id": found.id, "name": found.name, "status": found.status, "pipeline": found.pipeline["id"]}


@call("get nothing")
def _():
    return job(4711).id


@call("pipeline jobs")
def _():
    return sorted(each.id for each in project.pipelines.get(10, lazy=True).jobs.list(get_all=True))


@call("pipeline jobs with retried")
def _():
    jobs = project.pipelines.get(10, lazy=True).jobs
    return sorted(each.id for each in jobs.list(include_retried=True, get_all=True))


@call("pipeline jobs by scope")
def _():
    jobs = project.pipelines.get(10, lazy=True).jobs
    return sorted({each.status for each in jobs.list(scope=["failed", "skipped"], get_all=True)})


@call("bridges")
def _():
    bridges = project.pipelines.get(6, lazy=True).bridges.list(get_all=True)
    return [[each.id, each.downstream_pipeline["id"]] for each in bridges]


@call("trace")
def _():
    whole = job(11).trace()
    assert streamed(job(11).trace) == whole
    return whole.decode()


@call("archive")
def _():
    whole = job(8).artifacts()
    assert streamed(job(8).artifacts) == whole
    assert b"".join(job(8).artifacts(iterator=True)) == whole
    assert project.artifacts.download(ref_name="master", job="test") == whole
    return names(whole)


@call("file")
def _():
    whole = job(8).artifact("coverage/lcov.info")
    assert streamed(job(8).artifact, "coverage/lcov.info") == whole
    assert project.artifacts.raw("master", "coverage/lcov.info", "test") == whole
    return whole.decode()


@call("no such file")
def _():
    return job(8).artifact("no/such/file").decode()


@call("cancel")
def _():
    job(30).cancel()
    return job(30).status


@call("retry")
def _():
    answer = job(11).retry()
    return {"id": answer["id"], "status": job(answer["id"]).status}


@call("retry again")
def _():
    return job(11).retry()


@call("play")
def _():
    job(26).play()
    return job(26).status


def play_with_variables():
    ledger = server.projects.get(3, lazy=True)
    ledger.jobs.get(53).play(post_data={"job_variables_attributes": [{"key": "QUARTER", "value": "3"}]})
    return ledger.jobs.get(53).status


call("play with variables")(play_with_variables)


@call("play what is over")
def _():
    return job(8).play()


@call("erase")
def _():
    job(38).erase()
    return {"erased": job(38).erased_at is not None, "trace": job(38).trace().decode()}


@call("erase again")
def _():
    return job(38).erase()


@call("keep")
def _():
    before = job(8).artifacts_expire_at
    job(8).keep_artifacts()
    return [before is not None, job(8).artifacts_expire_at]


@call("delete artifacts")
def _():
    job(5).delete_artifacts()
    return job(5).artifacts()


@call("delete artifacts of the project")
def _():
    assert job(42).artifact("LICENSE")
    project.artifacts.delete()
    return job(42).artifact("LICENSE").decode()


json.dump(results, sys.stdout)
