# wrong: was logged with a requirement that is not pinned
# first: The logged model: The requirement llama-index has no exact version.
# log: pip_requirements=llama-index mlflow==3.17.2
