"""The pages: a module for each, which asks the database for what its template in ../../templates shows.

A module beside these is found and loaded by ``figures_pages.py``, so that adding a page is adding a
module and its template. A query that a template calls by its name is marked ``@for_templates``; a page
with a path of its own is a ``register_routes`` of the module (every module may have Datasette's hooks).
The logic of the data is in the database's views. Nothing here needs the package ``figures``: the folder
is served by any Datasette.

database    the rows of a query; what templates may call
filters     filters of lists, so asked that an index answers them
large       what Datasette asks of lists, put so that a large database answers at once
home        the first page
incident    an incident: tolls, claims, documents, neighbours
picture     what the picture of an incident is drawn from
unknown     what its reports leave open
maps        what the maps are drawn from
claims      claims with their figures; two of them side by side
conflicts   open conflicts with both sides
figure      a figure: its article, evidence, rulings, comparisons
document    an article with its figures
search      the words that a search found
links       cells of tables that lead to a page
marking     quotes marked in an article
words       bounds, dates and names in plain words
countries   the names of countries
headers     the content security policy
errors      what goes wrong on a page
"""
