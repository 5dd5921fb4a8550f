"""python-gitlab as a client program of the scorecard: does tasks from the standard input, one a line.

Transient errors are not retried unless it is told to (`retry_transient_errors`), which would send actions again, too.
"""

import json
import sys
import traceback

import gitlab


class NotOffered(Exception):
    pass


def server(task):
    if "abort_after_ms" in task:
        raise NotOffered("calls cannot be broken off")
    kind = {"personal_token": "private_token"}.get(task["credential"]["kind"], task["credential"]["kind"])
    url = task["base_url"].removesuffix("/api/v4")
    return gitlab.Gitlab(url, timeout=task.get("timeout_in_ms", 20_000) / 1000, **{kind: task["credential"]["value"]})


def project(task):
    return server(task).projects.get(task["project"], lazy=True)


def job(task):
    return project(task).jobs.get(task["job"], lazy=True)


def plain(found):
    return [each.attributes for each in found]


def list_jobs(task):
    keyset = {"pagination": "keyset", "order_by": "id", "sort": "desc"}
    return plain(project(task).jobs.list(get_all=True, per_page=100, **keyset))


def first_jobs(task):
    scope = {"scope": task["scope"]} if "scope" in task else {}
    return plain(project(task).jobs.list(get_all=False, per_page=task["count"], **scope))


def get_job(task):
    return project(task).jobs.get(task["job"]).attributes


def get_token_job(task):
    raise NotOffered("only its low-level call reaches GET /job")


def play_job(task):
    one = job(task)
    one.play(post_data={"job_variables_attributes": task["variables"]})
    return one.attributes


def get_log(task):
    return job(task).trace().decode()


def save_log(task):
    with open(task["to"], "wb") as file:
        job(task).trace(streamed=True, action=file.write)


def download(task):
    with open(task["to"], "wb") as file:
        streamed = {"streamed": True, "action": file.write}
        if "ref" in task and "path" in task:
            project(task).artifacts.raw(task["ref"], task["path"], task["job_name"], **streamed)
        elif "ref" in task:
            project(task).artifacts.download(task["ref"], task["job_name"], **streamed)
        elif "path" in task:
            job(task).artifact(task["path"], **streamed)
        else:
            job(task).artifacts(**streamed)


def read_archive(task):
    return len(job(task).artifacts())


def follow_log(task):
    raise NotOffered("logs are read once")


def wait_for_job(task):
    raise NotOffered("jobs are read once")


def outcome(task):
    try:
        return {"value": globals()[task["task"]](task)}
    except NotOffered as reason:
        return {"not_offered": str(reason)}
    except Exception as error:
        status = getattr(error, "response_code", None)
        return {"error": {"name": type(error).__name__, "message": str(error), "status": status, "shown": traceback.format_exc()}}


for line in sys.stdin:
    given = json.loads(line)
    print(json.dumps({"id": given["id"], **outcome(given)}), flush=True)
